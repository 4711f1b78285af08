import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addFollowers,
  aNotice,
  type Follower,
  faredOf,
  notify,
  startWithWechat,
  templateOf,
  untilSent,
} from '../../test/followers.ts'
import { START, type TestServer } from '../../test/server.ts'
import { sentEvent } from '../../test/wechat-server/events.ts'
import { STAND_IN, type WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { createLog } from '../platform/log/log.ts'
import type { SendOutcome } from '../platform/wechat/wechat.ts'
import { sendNext } from './send-message.ts'

const SEND = '/cgi-bin/message/subscribe/send'
let server: TestServer
let wechat: WechatServer
let stop: () => Promise<void>
let follower: Follower

beforeAll(async () => {
  ;({ server, wechat, stop } = await startWithWechat({}, { WECHAT_TIMEOUT_MS: 1_000 }))
})
afterAll(() => stop())
beforeEach(async () => {
  server.clock.set(START)
  wechat.heal()
  const [added, other] = await addFollowers(server, wechat, 2, { credits: 3 })
  if (!added || !other) throw new Error('nobody was added')
  follower = added
  // One that works in between: the breaker counts what fails in several tests together.
  await notify(server, [aNotice(other.personId)])
  await untilSent(server)
})

const tell = async (times = 1): Promise<void> => {
  await notify(
    server,
    Array.from({ length: times }, () => aNotice(follower.personId, { kind: 'replied' })),
  )
  await untilSent(server)
}
/** Once every event that came has been worked through. */
const untilTold = async (): Promise<void> => {
  await wechat.settled()
  const open = async () => (await server.sql('select 1 from wechat_push where done_at is null')).length
  while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}
const states = async () => (await faredOf(server, follower.personId)).map(({ state }) => state)
const eventOf = (messageId: string, problem?: { code: string; status: string }) =>
  sentEvent(
    { openId: follower.openId, templateId: templateOf(server, 'progress'), messageId, page: '', data: {}, edition: '' },
    Date.parse(START),
    problem,
  )

test('what WeChat has taken has arrived once it says so', async () => {
  await tell()
  await untilTold()
  expect(await states()).toEqual(['delivered'])
})

test('of what nobody knew the event tells, however often it comes', async () => {
  wechat.pushTo(null)
  wechat.fail({ path: SEND, kind: 'reset_after_work', times: 1 })
  await tell()
  expect(await states()).toEqual(['unclear'])
  connect()
  await wechat.push(eventOf('7001'), { duplicate: 2 })
  await untilTold()
  expect(await states()).toEqual(['delivered'])
})

test('of two at once of which nobody knows none is taken for the other: the call list settles both', async () => {
  wechat.pushTo(null)
  wechat.fail({ path: SEND, kind: 'reset', times: 1 })
  await tell()
  wechat.fail({ path: SEND, kind: 'reset_after_work', times: 1 })
  await tell()
  connect()
  await wechat.push(eventOf('7002'))
  await untilTold()
  expect(await states()).toEqual(['unclear', 'unclear'])
})

const connect = () =>
  wechat.pushTo({
    url: `${server.url}/api/wechat/push`,
    token: STAND_IN.pushToken,
    aesKey: STAND_IN.pushAesKey,
  })

test('the event may come before the answer, and more than once', async () => {
  // It arrives, and nobody ever says so to whoever sent it.
  wechat.fail({ path: SEND, kind: 'hang_after_work', times: 1 })
  await tell()
  await untilTold()
  expect(await states()).toEqual(['delivered'])
  const sent = wechat.sent().filter(({ openId }) => openId === follower.openId)
  await wechat.push(eventOf(sent[0]?.messageId ?? ''), { duplicate: 2 })
  await untilTold()
  expect(await states()).toEqual(['delivered'])
  expect(sent).toHaveLength(1)
})

/** The next message waits for the morning; it is handed over by hand, so that the event can be quicker than the answer. */
const sendOneByHand = async (messageId: string, answer: SendOutcome, told: Date): Promise<void> => {
  server.clock.set('2026-11-23T15:00:00.000Z')
  await tell()
  server.clock.set('2026-11-24T00:00:00.000Z')
  connect()
  const { context } = server.app
  if (!context.wechat) throw new Error('WeChat is not set up')
  const send = async (): Promise<SendOutcome> => {
    await wechat.push({ ...eventOf(messageId), CreateTime: String(Math.floor(told.getTime() / 1000)) })
    await untilTold()
    return answer
  }
  await sendNext({ ...context, log: createLog('silent') }, { ...context.wechat, send })
}
const anOldOneOfWhichNobodyKnows = async (): Promise<void> => {
  wechat.pushTo(null)
  wechat.fail({ path: SEND, kind: 'reset', times: 1 })
  await tell()
  expect(await states()).toEqual(['unclear'])
}
const MORNING = new Date('2026-11-24T00:00:00.000Z')

test('an event that was taken for that of an older message is given back once the answer names it', async () => {
  await anOldOneOfWhichNobodyKnows()
  // By WeChat's clock it went out when the older one did.
  await sendOneByHand('7009', { kind: 'sent', messageId: '7009' }, new Date(START))
  expect(await states()).toEqual(['unclear', 'delivered'])
})

test('an event belongs to what went out nearest to it, also when the answer never comes', async () => {
  await anOldOneOfWhichNobodyKnows()
  await sendOneByHand('7010', { kind: 'unclear' }, MORNING)
  expect(await states()).toEqual(['unclear', 'delivered'])
})

test('what did not arrive in the end has failed', async () => {
  wechat.pushTo(null)
  await tell()
  connect()
  const sent = wechat.sent().find(({ openId }) => openId === follower.openId)
  await wechat.push(eventOf(sent?.messageId ?? '', { code: '20', status: 'failed' }))
  await untilTold()
  expect(await faredOf(server, follower.personId)).toMatchObject([{ state: 'failed', problem: 'refused' }])
})

test('an event about a message of nobody, or of long ago, changes nothing', async () => {
  wechat.pushTo(null)
  wechat.fail({ path: SEND, kind: 'reset_after_work', times: 1 })
  await tell()
  server.clock.advance({ days: 3 })
  connect()
  const late = { ...eventOf('7003'), CreateTime: String(Math.floor(server.clock.now().getTime() / 1000)) }
  await wechat.push(late)
  await wechat.push({ ...eventOf('7004'), FromUserName: 'oNobody' })
  await untilTold()
  expect(await states()).toEqual(['unclear'])
})
