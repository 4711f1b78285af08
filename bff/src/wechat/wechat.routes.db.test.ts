import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { startWithWechat, type WithWechat } from '../../test/wechat.ts'
import { popupEvent } from '../../test/wechat-server/events.ts'
import { encryptPush, signatureOf } from '../../test/wechat-server/push.ts'
import { STAND_IN, type WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { NotYet, type WechatEvent } from './index.ts'

const { appId, pushToken: token, pushAesKey: aesKey } = STAND_IN
let running: WithWechat
let server: TestServer
let wechat: WechatServer
/** What the handlers of this test were told, by event. */
const told: WechatEvent[] = []
let tooEarly = 0
let broken = 0

beforeAll(async () => {
  running = await startWithWechat()
  ;({ server, wechat } = running)
  server.app.wechatEvents.on('subscribe_msg_popup_event', async (_trx, event) => {
    if (tooEarly > 0) {
      tooEarly -= 1
      throw new NotYet()
    }
    if (broken > 0) {
      broken -= 1
      throw new Error('the handler is broken')
    }
    told.push(event)
    return Promise.resolve()
  })
})
afterAll(() => running.stop())
beforeEach(async () => {
  told.length = 0
  await server.sql('delete from wechat_push')
})

let count = 0
/** Each is another event. */
const anEvent = () => {
  count += 1
  return popupEvent(`o-${count}`, [{ templateId: 'template', answer: 'accept' }], server.clock.now().getTime())
}
const kept = () =>
  server.sql<{ event: string; is_done: boolean; sealed_payload: string | null }>(
    'select event, done_at is not null as is_done, sealed_payload from wechat_push order by id',
  )
const isDone = () =>
  vi.waitFor(async () => expect((await kept()).every((push) => push.is_done)).toBe(true), { timeout: 20_000 })
const seconds = () => String(Math.floor(server.clock.now().getTime() / 1000))

/** An encrypted message with everything right but what the test says. */
const send = (text: string, parts: { timestamp?: string; query?: Record<string, string> } = {}) => {
  const { timestamp = seconds() } = parts
  const encrypt = encryptPush(text, { aesKey, appId })
  const query = new URLSearchParams({
    timestamp,
    nonce: '1',
    encrypt_type: 'aes',
    msg_signature: signatureOf(token, timestamp, '1', encrypt),
    ...parts.query,
  })
  return server.send(`/api/wechat/push?${query.toString()}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypt }),
  })
}

test('the address proves itself by the word it was sent, as it stands', async () => {
  const timestamp = seconds()
  const ask = (signature: string) =>
    server.send(`/api/wechat/push?signature=${signature}&timestamp=${timestamp}&nonce=2&echostr=4375120948345356249`)
  const answer = await ask(signatureOf(token, timestamp, '2'))
  expect([answer.status, answer.text]).toEqual([200, '4375120948345356249'])
  expect(answer.headers.get('Content-Type')).toContain('text/plain')
  expect((await ask('f'.repeat(40))).code).toBe('push_refused')
})

test('an event is answered with success, kept once and told once, however often it comes', async () => {
  const answers = await wechat.push(anEvent(), { duplicate: 4 })
  expect(answers.map(({ status, text }) => [status, text])).toEqual(Array.from({ length: 5 }, () => [200, 'success']))
  await isDone()
  expect(await kept()).toEqual([{ event: 'subscribe_msg_popup_event', is_done: true, sealed_payload: null }])
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ name: 'subscribe_msg_popup_event', openId: `o-${count}` })
})

test('until it is done, what an event says is kept sealed', async () => {
  broken = 1
  await wechat.push(anEvent())
  const [push] = await kept()
  expect(push?.sealed_payload ?? 'v1.').toMatch(/^v1\./)
  expect(JSON.stringify(await server.sql('select * from wechat_push'))).not.toContain(`o-${count}`)
  await isDone()
  expect(told).toHaveLength(1)
})

test('an event about something that is still being written is told again', async () => {
  tooEarly = 2
  await wechat.push(anEvent())
  await isDone()
  expect(told).toHaveLength(1)
}, 30_000)

test('what never comes is given up after an hour, with a line in the log', async () => {
  tooEarly = Number.POSITIVE_INFINITY
  await wechat.push(anEvent())
  server.clock.advance({ hours: 1 })
  await isDone()
  tooEarly = 0
  expect(told).toEqual([])
  expect(server.logged()).toContain('a WeChat event is about something that never came')
}, 30_000)

test('an event that nobody asked for is kept and let be', async () => {
  await wechat.push({ ...anEvent(), Event: 'something_new' })
  await isDone()
  expect(await kept()).toMatchObject([{ event: 'something_new' }])
  expect(told).toEqual([])
})

test('a forged, foreign or plain event is refused and leaves nothing', async () => {
  const answers = [
    ...(await wechat.push(anEvent(), { forged: true })),
    ...(await wechat.push(anEvent(), { wrongAppId: true })),
    ...(await wechat.push(anEvent(), { plain: true })),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 422])
  expect(await kept()).toEqual([])
})

test('an event that was overheard is of no use after ten minutes', async () => {
  expect((await wechat.push(anEvent(), { ageSeconds: 599 }))[0]?.text).toBe('success')
  const old = String(Number(seconds()) - 601)
  expect((await send(JSON.stringify(anEvent()), { timestamp: old })).code).toBe('push_refused')
})

test('whatever is sent, the answer is a refusal and no failure of ours', async () => {
  const event = JSON.stringify(anEvent())
  const answers = [
    await send('<xml></xml>'),
    await send('null'),
    await send(event, { query: { msg_signature: 'ü'.repeat(40) } }),
    await send(event, { query: { timestamp: 'soon' } }),
    await send(event, { query: { encrypt_type: 'raw' } }),
    await send(event, { timestamp: '0' }),
    await send('x'.repeat(70_000)),
    await server.send('/api/wechat/push', { method: 'POST' }),
    await server.send('/api/wechat/push'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 422, 422, 403, 413, 422, 422])
  expect(await kept()).toEqual([])
})

test('a punishment is an alarm: in the log by number, and in the metrics', async () => {
  await wechat.push({ ...anEvent(), Event: 'wxa_punish_event', event_type: 2, punish_id: '77', illegal_reason: '原因' })
  await isDone()
  expect(server.logged()).toContain('"kind":2,"punishmentId":"77"')
  expect(server.logged()).not.toContain('原因')
  expect((await server.send('/metrics')).text).toContain('wechat_punishments_total 1')
})

test('an event is forgotten after a month', async () => {
  await wechat.push(anEvent())
  await isDone()
  server.clock.advance({ days: 30, hours: 1 })
  await server.app.forgetWhatHasExpired()
  expect(await kept()).toEqual([])
})

test('where WeChat was told no address, nothing is believed', async () => {
  const other = await startTestServer()
  wechat.pushTo({ url: `${other.url}/api/wechat/push`, token, aesKey })
  expect((await wechat.push(anEvent(), { plain: false }))[0]?.status).toBe(403)
  await other.stop()
})
