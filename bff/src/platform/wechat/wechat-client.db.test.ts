import { setTimeout as pause } from 'node:timers/promises'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { TEST_KEYS } from '../../../test/keys.ts'
import { captureLog, createTestClock, type TestClock } from '../../../test/server.ts'
import { STAND_IN, startWechatServer, type WechatServer } from '../../../test/wechat-server/wechat-server.ts'
import { createSealer } from '../crypto/sealer.ts'
import { type DatabaseConnection, openDatabase } from '../db/database.ts'
import { readSealingKeys } from '../env/env.ts'
import { createLog } from '../log/log.ts'
import type { Wechat } from './wechat.ts'
import { createWechat } from './wechat-client.ts'
import { createWechatMetrics } from './wechat-metrics.ts'

const TIMEOUT_MS = 600
/** What a machine with much to do may add. */
const SLACK_MS = 1_500
const OPEN_ID = 'oAAAA1111'
const TEMPLATE = 'template-progress'
const MESSAGE = {
  openId: OPEN_ID,
  templateId: TEMPLATE,
  page: 'issues/pages/detail/index?id=1',
  data: { thing1: '楼道照明报修', phrase2: '处理中' },
}
const SEND = '/cgi-bin/message/subscribe/send'

let database: TestDatabase
let connection: DatabaseConnection
let clock: TestClock
let server: WechatServer
let registry: Registry

beforeAll(async () => {
  database = await createTestDatabase()
  connection = openDatabase(database.url, 6)
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})
beforeEach(async () => {
  clock = createTestClock()
  server = await startWechatServer({ clock })
  await connection.db.deleteFrom('wechat_token').execute()
})
afterEach(() => server.stop())

const connect = ({ apiUrl = server.url, timeoutMs = TIMEOUT_MS, log = createLog('silent') } = {}): Wechat => {
  registry = new Registry()
  return createWechat({
    appId: STAND_IN.appId,
    appSecret: STAND_IN.secret,
    apiUrl,
    timeoutMs,
    edition: 'formal',
    db: connection.db,
    sealer: createSealer(readSealingKeys({ ...TEST_KEYS })),
    clock,
    log,
    metrics: createWechatMetrics(registry),
  })
}
const metric = async (line: string): Promise<string | undefined> =>
  (await registry.metrics())
    .split('\n')
    .find((text) => text.startsWith(`${line} `))
    ?.slice(line.length + 1)
const requests = (call: string, result: string) => metric(`wechat_requests_total{call="${call}",result="${result}"}`)
const took = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work().catch(() => undefined)
  return performance.now() - start
}

test('a code becomes an open id once', async () => {
  const wechat = connect()
  const code = server.newCode(OPEN_ID)
  expect(await wechat.openIdOf(code)).toBe(OPEN_ID)
  await expect(wechat.openIdOf(code)).rejects.toMatchObject({ problem: 'code_invalid', errorCode: 40163 })
  await expect(wechat.openIdOf('made up')).rejects.toMatchObject({ problem: 'code_invalid', errorCode: 40029 })
  expect(await requests('code2_session', 'ok')).toBe('1')
  expect(await requests('code2_session', 'code_invalid')).toBe('2')
})

test('a code older than five minutes and an account that WeChat intercepts are told apart', async () => {
  const wechat = connect()
  const old = server.newCode(OPEN_ID)
  clock.advance({ hours: 0.1 })
  await expect(wechat.openIdOf(old)).rejects.toMatchObject({ problem: 'code_invalid' })
  server.block(OPEN_ID)
  await expect(wechat.openIdOf(server.newCode(OPEN_ID))).rejects.toMatchObject({ problem: 'sign_in_refused' })
})

test('a telephone number is given for the account whose code it is, and for no other', async () => {
  const wechat = connect()
  const code = server.newPhoneCode(OPEN_ID, '13800000000')
  await expect(wechat.phoneNumberOf(code, 'oBBBB2222')).rejects.toMatchObject({ problem: 'code_invalid' })
  expect(await wechat.phoneNumberOf(code, OPEN_ID)).toEqual({ countryCode: '86', number: '13800000000' })
})

test('a message goes out for each agreement, and no further', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, TEMPLATE)
  expect(await wechat.send(MESSAGE)).toEqual({ kind: 'sent', messageId: server.sent()[0]?.messageId })
  expect(server.sent()[0]).toMatchObject({ page: MESSAGE.page, data: MESSAGE.data, edition: 'formal' })
  expect(await wechat.send(MESSAGE)).toEqual({ kind: 'refused', why: 'no_credit', errorCode: 43101 })
})

test('what WeChat will never send is told by its reason', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, TEMPLATE, 5)
  const longThing = { ...MESSAGE, data: { thing1: '一'.repeat(21) } }
  expect(await wechat.send(longThing)).toMatchObject({ kind: 'refused', why: 'configuration', errorCode: 47003 })
  const stranger = { ...MESSAGE, openId: 'nobody' }
  expect(await wechat.send(stranger)).toMatchObject({ kind: 'refused', why: 'bad_open_id' })
  server.ban(TEMPLATE)
  expect(await wechat.send(MESSAGE)).toMatchObject({ kind: 'refused', why: 'template_banned' })
})

test('two messages to one person at once: one waits for another time', async () => {
  await server.stop()
  server = await startWechatServer({ clock, latencyMs: 50 })
  const wechat = connect()
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, TEMPLATE, 2)
  await wechat.codeImage({ scene: 'a', page: 'pages/index/index' })
  const outcomes = await Promise.all([wechat.send(MESSAGE), wechat.send(MESSAGE)])
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['not_sent', 'sent'])
  expect(outcomes.find(({ kind }) => kind === 'not_sent')).toMatchObject({ why: 'same_person_at_once' })
})

test('words are judged, and a stranger of more than two hours is said to be one', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  expect(await wechat.checkWords({ openId: OPEN_ID, words: '路灯坏了' })).toEqual({ verdict: 'pass', label: 100 })
  expect(await wechat.checkWords({ openId: OPEN_ID, words: '__RISKY__' })).toMatchObject({ verdict: 'risky' })
  expect(await wechat.checkWords({ openId: OPEN_ID, words: 'x', title: '__REVIEW__' })).toMatchObject({
    verdict: 'review',
  })
  clock.advance({ hours: 1.9 })
  server.visit('somebody else')
  clock.advance({ hours: 0.2 })
  await expect(wechat.checkWords({ openId: OPEN_ID, words: 'x' })).rejects.toMatchObject({ problem: 'not_visited' })
})

test('a picture gets a trace, and a code is a picture', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  const { traceId } = await wechat.checkPicture({ openId: OPEN_ID, url: 'https://files.example/one.jpg' })
  expect(server.mediaAsked()).toEqual([{ traceId, url: 'https://files.example/one.jpg', openId: OPEN_ID }])
  const image = await wechat.codeImage({ scene: 'c=abc', page: 'pages/index/index' })
  expect(Buffer.from(image).subarray(1, 4).toString()).toBe('PNG')
  const wrong = wechat.codeImage({ scene: '中文', page: 'pages/index/index' })
  await expect(wrong).rejects.toMatchObject({ problem: 'configuration', errorCode: 40129 })
})

test('when WeChat is busy it is asked twice more, and then no more', async () => {
  const wechat = connect({ timeoutMs: 3_000 })
  server.fail({ kind: 'busy', path: '/sns/jscode2session', times: 2 })
  expect(await wechat.openIdOf(server.newCode(OPEN_ID))).toBe(OPEN_ID)
  server.fail({ kind: 'busy', path: '/sns/jscode2session' })
  await expect(wechat.openIdOf(server.newCode(OPEN_ID))).rejects.toMatchObject({ problem: 'busy' })
  expect(server.calls()['/sns/jscode2session']).toBe(6)
  expect(await requests('code2_session', 'busy')).toBe('5')
})

test('what WeChat limits is not asked again', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.fail({ kind: 'rate' })
  await expect(wechat.openIdOf(server.newCode(OPEN_ID))).rejects.toMatchObject({ problem: 'rate_limited' })
  expect(server.calls()['/sns/jscode2session']).toBe(1)
  server.heal()
  server.fail({ kind: 'rate', path: SEND, times: 1 })
  server.accept(OPEN_ID, TEMPLATE)
  expect(await wechat.send(MESSAGE)).toMatchObject({ kind: 'not_sent', why: 'rate_limited' })
  expect(await requests('subscribe_send', 'rate_limited')).toBe('1')
})

test('no call is slower than its time-out, whatever hangs', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.fail({ kind: 'hang' })
  expect(await took(() => wechat.openIdOf(server.newCode(OPEN_ID)))).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  expect(await took(() => wechat.checkWords({ openId: OPEN_ID, words: 'x' }))).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  expect(await requests('code2_session', 'no_answer')).toBe('1')
  expect(await requests('stable_token', 'no_answer')).toBe('1')
})

test('a message that may have gone out is unclear, one that has not says so', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, TEMPLATE, 10)
  for (const kind of ['hang_after_work', 'reset_after_work', 'html_after_work', 'html', 'reset'] as const) {
    server.fail({ kind, path: SEND, times: 1 })
    expect([kind, await wechat.send(MESSAGE)]).toEqual([kind, { kind: 'unclear' }])
  }
  expect(server.sent()).toHaveLength(3)
  await server.stop()
  expect(await wechat.send(MESSAGE)).toEqual({ kind: 'not_sent', why: 'unavailable', errorCode: null })
  expect(await requests('subscribe_send', 'not_reached')).toBe('1')
})

test('without a token no message has gone out', async () => {
  const wechat = connect()
  server.fail({ kind: 'html', path: '/cgi-bin/stable_token' })
  expect(await wechat.send(MESSAGE)).toEqual({ kind: 'not_sent', why: 'unavailable', errorCode: null })
})

test('a dead WeChat is answered at once after a few calls, and asked again ten seconds later', async () => {
  const wechat = connect()
  server.fail({ kind: 'reset' })
  for (let tried = 0; tried < 6; tried += 1) await wechat.openIdOf('x').catch(() => undefined)
  await expect(wechat.openIdOf('x')).rejects.toMatchObject({ problem: 'unavailable' })
  expect(server.calls()['/sns/jscode2session']).toBe(6)
  expect(await requests('code2_session', 'no_answer')).toBe('6')
  expect(await requests('code2_session', 'circuit_open')).toBe('1')
  expect(await metric('wechat_circuit_open{call="code2_session"}')).toBe('1')
  expect(await metric('wechat_circuit_open{call="subscribe_send"}')).toBe('0')
  server.heal()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_001 })
  try {
    expect(await wechat.openIdOf(server.newCode(OPEN_ID))).toBe(OPEN_ID)
  } finally {
    vi.useRealTimers()
  }
  expect(await metric('wechat_circuit_open{call="code2_session"}')).toBe('0')
})

test('a machine that does not listen was not reached', async () => {
  const wechat = connect({ apiUrl: 'http://127.0.0.1:9' })
  await expect(wechat.openIdOf('x')).rejects.toMatchObject({ problem: 'unavailable', errorCode: null })
  expect(await requests('code2_session', 'not_reached')).toBe('1')
})

test('what WeChat refuses is in the log by its number, and no code, token, open id or word is', async () => {
  const { log, logged } = captureLog()
  const wechat = connect({ log })
  server.visit(OPEN_ID)
  server.accept(OPEN_ID, TEMPLATE)
  await wechat.send({ ...MESSAGE, data: { thing1: '一'.repeat(21) } })
  server.fail({ kind: 'reset', path: '/sns/jscode2session' })
  const code = server.newCode(OPEN_ID)
  await wechat.openIdOf(code).catch(() => undefined)
  expect(logged()).toContain('"call":"subscribe_send","errorCode":47003,"field":"data.thing1"')
  expect(logged()).toContain('"call":"code2_session","reason":"ECONNRESET"')
  for (const secret of [code, OPEN_ID, STAND_IN.secret, 'access_token', '一']) expect(logged()).not.toContain(secret)
})

test('a token that was revoked elsewhere is replaced, and the call is made', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  await wechat.checkWords({ openId: OPEN_ID, words: 'x' })
  server.revokeTokens()
  server.accept(OPEN_ID, TEMPLATE)
  expect(await wechat.send(MESSAGE)).toMatchObject({ kind: 'sent' })
  expect(server.tokens()).toEqual({ fetched: 2, made: 2 })
})

test('while a token is always revoked a call is repeated once, and not for ever', async () => {
  const wechat = connect()
  server.visit(OPEN_ID)
  server.fail({ kind: 'token_revoked', path: '/wxa/msg_sec_check' })
  await expect(wechat.checkWords({ openId: OPEN_ID, words: 'x' })).rejects.toMatchObject({ problem: 'unavailable' })
  expect(server.calls()['/wxa/msg_sec_check']).toBe(2)
})

test('the token lives sealed in one row, and nobody fetches one that is there', async () => {
  const [first, second] = [connect(), connect()]
  const code = () => ({ scene: 'a', page: 'pages/index/index' })
  await Promise.all([first.codeImage(code()), second.codeImage(code()), first.codeImage(code())])
  expect(server.tokens()).toEqual({ fetched: 1, made: 1 })
  const rows = await connection.db.selectFrom('wechat_token').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.sealed_token).toMatch(/^v1\./)
})

test('a token that ends soon is used while the next is fetched, even when that hangs', async () => {
  const wechat = connect()
  const target = { scene: 'a', page: 'pages/index/index' }
  await wechat.codeImage(target)
  clock.advance({ hours: 1.95 })
  server.fail({ kind: 'hang', path: '/cgi-bin/stable_token', times: 1 })
  expect(await took(() => wechat.codeImage(target))).toBeLessThan(TIMEOUT_MS)
  await pause(TIMEOUT_MS + 300)
  await wechat.codeImage(target)
  await expect.poll(() => server.tokens()).toEqual({ fetched: 1 + 1, made: 2 })
  await wechat.codeImage(target)
  expect(server.tokens().made).toBe(2)
})
