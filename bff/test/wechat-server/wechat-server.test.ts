import { afterEach, beforeEach, expect, test } from 'vitest'
import { STAND_IN, startWechatServer, type WechatServer } from './wechat-server.ts'

const OPEN_ID = 'oAAAA1111'
const TEMPLATES = { 'template-progress': ['thing1', 'phrase2'] }
const MESSAGE = {
  touser: OPEN_ID,
  template_id: 'template-progress',
  page: 'pages/ticket/detail?id=42',
  miniprogram_state: 'formal',
  lang: 'zh_CN',
  data: { thing1: { value: '楼道照明报修' }, phrase2: { value: '处理中' } },
}
type Reply = Record<string, unknown> & { errcode?: number; access_token?: string }

let server: WechatServer
let now = Date.parse('2026-11-23T02:00:00.000Z')
const later = (seconds: number) => {
  now += seconds * 1000
}

beforeEach(async () => {
  now = Date.parse('2026-11-23T02:00:00.000Z')
  server = await startWechatServer({
    clock: { now: () => new Date(now) },
    templates: TEMPLATES,
    sensitiveWords: ['坏话'],
  })
})
afterEach(() => server.stop())

const replyOf = async (response: Response): Promise<Reply> => {
  // Errors have status 200 too.
  expect(response.status).toBe(200)
  return JSON.parse(await response.text())
}
const post = async (path: string, body: unknown, type = 'application/json'): Promise<Reply> => {
  const init = { method: 'POST', headers: { 'Content-Type': type } }
  return replyOf(await fetch(server.url + path, { ...init, ...(body !== undefined && { body: JSON.stringify(body) }) }))
}
const fetchToken = (more: object = {}) =>
  post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: STAND_IN.appId,
    secret: STAND_IN.secret,
    ...more,
  })
const withToken = async (path: string, body: unknown) => {
  const { access_token: token = '' } = await fetchToken()
  return post(`${path}?access_token=${token}`, body)
}
const send = (more: object = {}) => withToken('/cgi-bin/message/subscribe/send', { ...MESSAGE, ...more })
const signIn = async (code: string) => {
  const query = `appid=${STAND_IN.appId}&secret=${STAND_IN.secret}&js_code=${code}&grant_type=authorization_code`
  return replyOf(await fetch(`${server.url}/sns/jscode2session?${query}`))
}

test('a sign-in code answers an open id and a session key of 16 bytes, without an errcode, and once', async () => {
  const code = server.newCode(OPEN_ID)
  const reply = await signIn(code)
  expect(reply).toEqual({ openid: OPEN_ID, session_key: expect.stringMatching(/^.{22}==$/) })
  expect(await signIn(code)).toMatchObject({ errcode: 40163, errmsg: expect.stringContaining('rid: ') })
  expect(await signIn('made-up')).toMatchObject({ errcode: 40029 })
})

test('a sign-in code ends after five minutes', async () => {
  const code = server.newCode(OPEN_ID)
  later(301)
  expect(await signIn(code)).toMatchObject({ errcode: 40029 })
})

test('a token stays the same with less life left each time; near its end there is a new one beside it', async () => {
  const first = await fetchToken()
  expect(first).toEqual({ access_token: expect.stringMatching(/^.{512,}$/), expires_in: 7200 })
  later(6_855)
  expect(await fetchToken()).toEqual({ access_token: first.access_token, expires_in: 345 })
  later(60)
  expect((await fetchToken()).access_token).not.toBe(first.access_token)
  const useOld = () => post(`/wxa/getwxacodeunlimit?access_token=${first.access_token}`, undefined)
  expect(await useOld()).toMatchObject({ errcode: 44002 })
  later(300)
  expect(await useOld()).toMatchObject({ errcode: 42001 })
})

test('a forced new token ends the old at once, and comes twenty times a day and half a minute apart at most', async () => {
  const { access_token: old } = await fetchToken()
  await fetchToken({ force_refresh: true })
  expect(await post(`/wxa/msg_sec_check?access_token=${old}`, {})).toMatchObject({ errcode: 40001 })
  expect(await fetchToken({ force_refresh: true })).toMatchObject({ errcode: 45011 })
  for (let made = 1; made < 20; made += 1) {
    later(30)
    expect(await fetchToken({ force_refresh: true })).toHaveProperty('access_token')
  }
  later(30)
  expect(await fetchToken({ force_refresh: true })).toMatchObject({ errcode: 45009 })
})

test('a token is given to nobody but the account', async () => {
  expect(await fetchToken({ secret: 'another' })).toMatchObject({ errcode: 40125 })
  expect(await fetchToken({ appid: 'wxffffffffffffffff' })).toMatchObject({ errcode: 40013 })
  expect(await fetchToken({ grant_type: 'x' })).toMatchObject({ errcode: 40002 })
})

test('methods, forms and empty bodies are refused by number', async () => {
  const { access_token: token } = await fetchToken()
  const path = `/cgi-bin/message/subscribe/send?access_token=${token}`
  expect(await replyOf(await fetch(server.url + path))).toMatchObject({ errcode: 43002 })
  expect(await post(path, MESSAGE, 'application/x-www-form-urlencoded')).toMatchObject({ errcode: 47001 })
  expect(await post(path, undefined)).toMatchObject({ errcode: 44002 })
  expect(await post('/wxa/msg_sec_check', {})).toMatchObject({ errcode: 41001 })
})

test('a telephone number comes once, and only with the open id that its code belongs to', async () => {
  const code = server.newPhoneCode(OPEN_ID, '13800000000')
  const ask = (openid: string) => withToken('/wxa/business/getuserphonenumber', { code, openid })
  expect(await ask('oBBBB2222')).toMatchObject({ errcode: 40029 })
  expect(await ask(OPEN_ID)).toMatchObject({
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' },
  })
  expect(await ask(OPEN_ID)).toMatchObject({ errcode: 40029 })
})

test('one agreement is one message', async () => {
  server.visit(OPEN_ID)
  expect(await send()).toMatchObject({ errcode: 43101 })
  server.accept(OPEN_ID, 'template-progress', 2)
  expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok' })
  expect(server.credits(OPEN_ID, 'template-progress')).toBe(1)
  expect(server.sent()).toHaveLength(1)
})

test('what is wrong with a message is said by number, and of a field by its path', async () => {
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, 'template-progress', 9)
  const data = { ...MESSAGE.data, thing1: { value: '一'.repeat(21) } }
  expect(await send({ data })).toMatchObject({
    errcode: 47003,
    errmsg: expect.stringMatching(/^argument invalid! data\.thing1\.value is invalid rid: /),
  })
  expect(await send({ touser: 'nobody' })).toMatchObject({ errcode: 40003 })
  expect(await send({ template_id: 'none' })).toMatchObject({ errcode: 40037 })
  expect(await send({ page: '/pages/index' })).toMatchObject({ errcode: 41030 })
  expect(await send({ lang: 'bo_CN' })).toMatchObject({ errcode: 47003 })
  const words = { ...MESSAGE.data, thing1: { value: '一句坏话' } }
  expect(await send({ data: words })).toMatchObject({ errcode: 45168 })
  server.ban('template-progress')
  expect(await send()).toMatchObject({ errcode: 43107 })
  expect(server.sent()).toEqual([])
})

test('two messages to one person may not meet', async () => {
  await server.stop()
  server = await startWechatServer({ latencyMs: 40 })
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, 'template-progress', 2)
  const replies = await Promise.all([send(), send()])
  expect(replies.map(({ errcode }) => errcode).toSorted((a = 0, b = 0) => a - b)).toEqual([0, 43108])
})

const checkWords = (content: string, more: object = {}) =>
  withToken('/wxa/msg_sec_check', { version: 2, openid: OPEN_ID, scene: 3, content, ...more })

test('words are judged in the documented form', async () => {
  server.visit(OPEN_ID)
  expect(await checkWords('你好')).toMatchObject({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } })
  server.useWords({ risky: ['赌博'] })
  expect(await checkWords('来赌博')).toMatchObject({
    result: { suggest: 'risky', label: 20006 },
    detail: [{ strategy: 'content_model' }, { strategy: 'keyword', keyword: '赌博' }],
  })
  expect(await checkWords('__REVIEW__')).toMatchObject({ result: { suggest: 'review' } })
  expect(await checkWords('x', { scene: 9 })).toMatchObject({ errcode: 40129 })
  expect(await checkWords('字'.repeat(2501))).toMatchObject({ errcode: 47001 })
})

test('whoever was not here within two hours is not judged', async () => {
  await signIn(server.newCode(OPEN_ID))
  later(2 * 3_600)
  expect(await checkWords('x')).toMatchObject({ errcode: 0 })
  later(1)
  expect(await checkWords('x')).toMatchObject({ errcode: 61010 })
  expect(await checkWords('x', { openid: 'nobody' })).toMatchObject({ errcode: 40003 })
})

test('a code is a picture, and a wrong scene is said by number', async () => {
  const { access_token: token } = await fetchToken()
  const ask = (body: object) =>
    fetch(`${server.url}/wxa/getwxacodeunlimit?access_token=${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const picture = await ask({ scene: 'c=abc', page: 'pages/index/index' })
  expect(picture.headers.get('Content-Type')).toBe('image/png')
  expect(await replyOf(await ask({ scene: 'a'.repeat(33) }))).toMatchObject({ errcode: 40129 })
  expect(await replyOf(await ask({ scene: 1 }))).toMatchObject({ errcode: 40169 })
  expect(await replyOf(await ask({ scene: 'a', page: '/pages/x' }))).toMatchObject({ errcode: 41030 })
  expect(await replyOf(await ask({ scene: 'a', width: 20 }))).toMatchObject({ errcode: 40097 })
})

test('faults come as often as was said, to the path that was named, and before or after the work', async () => {
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, 'template-progress', 3)
  const path = '/cgi-bin/message/subscribe/send'
  server.fail({ kind: 'busy', path, times: 1 })
  expect(await send()).toMatchObject({ errcode: -1 })
  server.fail({ kind: 'reset_after_work', path, times: 1 })
  await expect(send()).rejects.toThrow('fetch failed')
  expect(server.sent()).toHaveLength(1)
  server.fail({ kind: 'reset', path, times: 1 })
  await expect(send()).rejects.toThrow('fetch failed')
  expect(server.sent()).toHaveLength(1)
  expect(await send()).toMatchObject({ errcode: 0 })
})
