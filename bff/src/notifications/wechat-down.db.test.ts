import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { doWhatIsDueAt } from '../../test/desk.ts'
import {
  addFollowers,
  aNotice,
  callLinesFor,
  faredOf,
  introduce,
  notify,
  untilSent,
  wechatEnv,
} from '../../test/followers.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { startWechatServer, type WechatServer } from '../../test/wechat-server/wechat-server.ts'

let server: TestServer
let wechat: WechatServer
let port: number

beforeAll(async () => {
  // Only its address is wanted: nobody is there until it comes back.
  wechat = await startWechatServer()
  port = Number(new URL(wechat.url).port)
  server = await startTestServer(wechatEnv(wechat))
  await wechat.stop()
})
afterAll(async () => {
  await server.stop()
  await wechat.stop()
})
beforeEach(() => server.clock.set(START))

/** Longer than the client rests after failures. */
const RESTED_MS = 11_000
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000)

test('while WeChat is down the inbox is complete, nothing is lost, and what must not wait is called about', async () => {
  const [patient, urgent] = await addFollowers(server, wechat, 2)
  if (!patient || !urgent) throw new Error('nobody was added')
  await notify(server, [aNotice(patient.personId, { kind: 'replied' }), aNotice(urgent.personId)])
  await untilSent(server)
  const inbox = await (await server.signIn(patient.personId)).call('listInbox', { query: {} })
  expect(inbox.items.map(({ kind }) => kind)).toEqual(['replied'])
  for (const minutes of [2, 10, 30, 61]) await doWhatIsDueAt(server, minutesLater(minutes))
  expect(await faredOf(server, patient.personId)).toMatchObject([{ state: 'waiting', problem: 'unavailable' }])
  expect(await callLinesFor(server, urgent.personId)).toHaveLength(1)
  expect(await callLinesFor(server, patient.personId)).toEqual([])

  wechat = await startWechatServer({ port, clock: server.clock })
  introduce(server, wechat, [patient, urgent], 1)
  // Nobody asks WeChat until it has rested; then the first call that is let through finds it well.
  await new Promise((resolve) => setTimeout(resolve, RESTED_MS))
  for (const minutes of [122, 190]) await doWhatIsDueAt(server, minutesLater(minutes))
  expect(await faredOf(server, patient.personId)).toMatchObject([{ state: 'sent' }])
  // Whoever was called hears of it no more.
  expect(wechat.sent().map(({ openId }) => openId)).toEqual([patient.openId])
})
