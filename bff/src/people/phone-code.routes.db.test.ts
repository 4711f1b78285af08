import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { anAccount, askForCode, newPhone, otherThan, sentCodes, signInByPhone } from '../../test/sign-in.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(() => server.clock.set(START))

interface Sent {
  requestId: string
  code: string
}
const enter = async (sent: Sent) =>
  server.anonymous.attempt('signInWithPhoneCode', { body: { ...sent, account: anAccount() } })
const ask = (phone: string) => server.anonymous.attempt('requestPhoneCode', { body: { phone } })
const minutes = (count: number) => server.clock.advance({ hours: count / 60 })

test('a code has six digits, is good for ten minutes and can be asked for again after one', async () => {
  const { requestId, expiresAt, nextAt } = await server.anonymous.call('requestPhoneCode', {
    body: { phone: newPhone() },
  })
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  expect([expiresAt, nextAt]).toEqual(['2026-11-23T02:10:00.000Z', '2026-11-23T02:01:00.000Z'])
  await expect.poll(() => sentCodes(server).length).toBeGreaterThan(0)
})

test('the answer is the same for a number that somebody has and one that nobody has', async () => {
  const known = newPhone()
  await signInByPhone(server, known, anAccount())
  minutes(1)
  const answers = await Promise.all([ask(known), ask(newPhone())])
  const shapes = answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]+"/, '')])
  expect(shapes[0]).toEqual(shapes[1])
})

test('five wrong guesses and the right code opens nothing any more', async () => {
  const sent = await askForCode(server, newPhone())
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await enter({ ...sent, code: otherThan(sent.code) })).code).toBe('phone_code_wrong')
  }
  expect((await enter(sent)).code).toBe('phone_code_wrong')
})

test('a hundred guesses at once are five', async () => {
  const sent = await askForCode(server, newPhone())
  await Promise.all(Array.from({ length: 100 }, () => enter({ ...sent, code: otherThan(sent.code) })))
  const [row] = await server.sql('select tries_left from phone_code where id = $1', [sent.requestId])
  expect(row).toEqual({ tries_left: 0 })
  expect((await enter(sent)).code).toBe('phone_code_wrong')
})

test('a code works once', async () => {
  const sent = await askForCode(server, newPhone())
  expect((await enter(sent)).status).toBe(201)
  expect((await enter(sent)).code).toBe('phone_code_wrong')
})

test('of two who enter a code at once one comes in', async () => {
  const sent = await askForCode(server, newPhone())
  const statuses = (await Promise.all([enter(sent), enter(sent)])).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 422])
})

test('a code is good for its own request alone', async () => {
  const [mine, yours] = [await askForCode(server, newPhone()), await askForCode(server, newPhone())]
  expect((await enter({ requestId: yours.requestId, code: mine.code })).code).toBe('phone_code_wrong')
  expect((await enter(mine)).status).toBe(201)
})

test('after ten minutes a code is too old', async () => {
  const sent = await askForCode(server, newPhone())
  minutes(10)
  expect((await enter(sent)).code).toBe('phone_code_wrong')
})

test('a newer code makes the older one dead', async () => {
  const phone = newPhone()
  const [older, newer] = [await askForCode(server, phone), await askForCode(server, phone)]
  expect((await enter(older)).code).toBe('phone_code_wrong')
  expect((await enter(newer)).status).toBe(201)
})

test('digits may be typed wide and with spaces; letters are no code', async () => {
  const sent = await askForCode(server, newPhone())
  const wide = `${sent.code.slice(0, 3)} ${sent.code.slice(3)}`.replace(/\d/g, (digit) =>
    String.fromCodePoint(0xff10 + Number(digit)),
  )
  expect((await enter({ ...sent, code: 'abcdef' })).code).toBe('validation_failed')
  expect((await enter({ ...sent, code: wide })).status).toBe(201)
})

test('a number is sent one code a minute, five an hour and ten a day', async () => {
  const phone = newPhone()
  expect((await ask(phone)).status).toBe(201)
  expect((await ask(phone)).code).toBe('too_many_phone_codes')
  for (let count = 1; count < 5; count += 1) {
    minutes(2)
    expect((await ask(phone)).status).toBe(201)
  }
  minutes(2)
  expect((await ask(phone)).code).toBe('too_many_phone_codes')
  for (let count = 5; count < 10; count += 1) {
    minutes(61)
    expect((await ask(phone)).status).toBe(201)
  }
  minutes(61)
  expect((await ask(phone)).code).toBe('too_many_phone_codes')
  expect((await ask(newPhone())).status).toBe(201)
  server.clock.advance({ days: 1 })
  expect((await ask(phone)).status).toBe(201)
})

test('of two who ask for one number at once one is told to wait', async () => {
  const phone = newPhone()
  const statuses = (await Promise.all([ask(phone), ask(phone)])).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 429])
})

test('codes are forgotten after a day', async () => {
  const phone = newPhone()
  await ask(phone)
  server.clock.advance({ days: 1, hours: 1 })
  await server.app.forgetWhatHasExpired()
  expect(await server.sql('select 1 from phone_code where created_at <= $1', [START])).toEqual([])
})

test('where nobody sends short messages that is said, and nothing is kept', async () => {
  const without = await startTestServer({ SMS_GATEWAY: 'none' })
  expect((await without.anonymous.call('getSignInWays')).phone).toBe(false)
  const answer = await without.anonymous.attempt('requestPhoneCode', { body: { phone: newPhone() } })
  expect([answer.status, answer.code]).toEqual([503, 'phone_codes_unavailable'])
  expect(await without.sql('select 1 from phone_code')).toEqual([])
  await without.stop()
})

test('whoever calls too often is slowed down, whatever number they name', async () => {
  const strict = await startTestServer({ RATE_LIMIT_SIGN_IN: 3 })
  const codes: unknown[] = []
  for (let count = 0; count < 4; count += 1) {
    codes.push((await strict.anonymous.attempt('requestPhoneCode', { body: { phone: newPhone() } })).code)
  }
  expect(codes).toEqual([undefined, undefined, undefined, 'rate_limited'])
  await strict.stop()
})
