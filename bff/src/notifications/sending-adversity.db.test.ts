import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { doWhatIsDueAt } from '../../test/desk.ts'
import {
  addFollowers,
  aNotice,
  COMMUNITY_ID,
  callLinesFor,
  type Follower,
  faredOf,
  notify,
  startWithWechat,
  untilSent,
} from '../../test/followers.ts'
import { START, type TestServer } from '../../test/server.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import type { SendOutcome } from '../platform/wechat/wechat.ts'
import { createNotifications, dropCallLinesAbout } from './index.ts'
import { sendNext } from './send-message.ts'

const SEND = '/cgi-bin/message/subscribe/send'
/** 23:00 and 8:00, the hour from which telephones may ring again. */
const NIGHT = '2026-11-23T15:00:00.000Z'
const MORNING = '2026-11-24T00:00:00.000Z'
const NOT_SENT: SendOutcome = { kind: 'not_sent', why: 'unavailable', errorCode: null }
let server: TestServer
let wechat: WechatServer
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ server, wechat, stop } = await startWithWechat({}, { WECHAT_TIMEOUT_MS: 1_000 }))
  wechat.pushTo(null)
})
afterAll(() => stop())
beforeEach(() => server.clock.set(START))
afterEach(() => wechat.heal())

const aFollower = async (options: Parameters<typeof addFollowers>[3] = {}): Promise<Follower> => {
  const [follower] = await addFollowers(server, wechat, 1, options)
  if (!follower) throw new Error('nobody was added')
  return follower
}
const sentTo = ({ openId }: Follower) => wechat.sent().filter((message) => message.openId === openId)
const told = async ({ personId }: Follower, changes: Parameters<typeof aNotice>[1] = {}): Promise<void> => {
  await notify(server, [aNotice(personId, changes)])
  await untilSent(server)
}
const readAll = async ({ personId }: Follower): Promise<void> => {
  const client = await server.signIn(personId)
  for (const { id } of (await client.call('listInbox', { query: {} })).items) {
    await client.call('markInboxMessageRead', { params: { messageId: id } })
  }
}
const stuckOf = async ({ personId }: Follower): Promise<(Date | null)[]> => {
  const rows = await server.sql<{ stuck_at: Date | null }>(
    'select stuck_at from message_delivery where person_id = $1',
    [personId],
  )
  return rows.map(({ stuck_at: at }) => at)
}
/** Hands the one that waits over, while something else happens. */
const sendDuring = async (meanwhile: () => Promise<unknown>, outcome: SendOutcome): Promise<void> => {
  const { context } = server.app
  if (!context.wechat) throw new Error('WeChat is not set up')
  const send = async (): Promise<SendOutcome> => {
    await meanwhile()
    return outcome
  }
  await sendNext({ ...context, log: createLog('silent') }, { ...context.wechat, send })
}

test('what was tried in vain until the night rings in the morning', async () => {
  const follower = await aFollower()
  server.clock.set('2026-11-23T13:29:00.000Z')
  wechat.fail({ path: SEND, kind: 'rate', times: 1 })
  await told(follower)
  expect(await faredOf(server, follower.personId)).toMatchObject([{ state: 'waiting', attempts: 1 }])
  for (const at of ['2026-11-23T13:40:00.000Z', NIGHT, '2026-11-23T23:59:00.000Z']) await doWhatIsDueAt(server, at)
  expect(sentTo(follower)).toEqual([])
  await doWhatIsDueAt(server, MORNING)
  expect(sentTo(follower)).toHaveLength(1)
})

test('what is taken back while WeChat has it is not tried again', async () => {
  const follower = await aFollower()
  server.clock.set(NIGHT)
  const details = { name: '示范', aboutPersonId: follower.personId }
  await told(follower, { kind: 'visit_planned', details: { ...details, at: START } })
  server.clock.set(MORNING)
  const { context } = server.app
  const about = { communityId: COMMUNITY_ID, kinds: ['visit_planned' as const], aboutPersonIds: [follower.personId] }
  const takeBack = () =>
    inTransaction(context.db, context.clock.now(), PLAIN_WRITE, (trx) =>
      dropCallLinesAbout(trx, about, context.clock.now()),
    )
  await sendDuring(takeBack, NOT_SENT)
  for (const at of ['2026-11-24T00:05:00.000Z', '2026-11-24T09:00:00.000Z']) await doWhatIsDueAt(server, at)
  expect(sentTo(follower)).toEqual([])
  expect(await callLinesFor(server, follower.personId)).toEqual([])
  expect(await stuckOf(follower)).toEqual([null])
})

test('what was read while WeChat had it is not watched for a call that nobody is to make', async () => {
  const follower = await aFollower()
  server.clock.set(NIGHT)
  await told(follower)
  server.clock.set(MORNING)
  await sendDuring(() => readAll(follower), { kind: 'refused', why: 'no_credit', errorCode: 43101 })
  expect(await faredOf(server, follower.personId)).toMatchObject([{ state: 'failed', problem: 'no_credit' }])
  expect(await stuckOf(follower)).toEqual([null])
})

test('an open id that cannot be opened any more holds up nobody else, and its message is called about', async () => {
  const [lost, other] = [await aFollower(), await aFollower()]
  server.clock.set(NIGHT)
  await told(lost)
  await told(other)
  await server.sql("update wechat_account set sealed_open_id = 'not sealed with any key' where person_id = $1", [
    lost.personId,
  ])
  await doWhatIsDueAt(server, MORNING)
  await untilSent(server)
  expect(sentTo(other)).toHaveLength(1)
  expect(await faredOf(server, lost.personId)).toMatchObject([{ state: 'failed', problem: 'configuration' }])
  await doWhatIsDueAt(server, '2026-11-24T02:00:00.000Z')
  expect(await callLinesFor(server, lost.personId)).toHaveLength(1)
})

test('whoever reads it before the counter has called is called no more, but about a child that waits', async () => {
  const follower = await aFollower({ credits: 0 })
  await notify(server, [
    aNotice(follower.personId),
    aNotice(follower.personId, { kind: 'child_not_picked_up', isConfidential: true }),
  ])
  await doWhatIsDueAt(server, new Date(Date.parse(START) + 61 * 60_000))
  const kinds = async () => (await callLinesFor(server, follower.personId)).map(({ kind }) => kind)
  expect((await kinds()).toSorted()).toEqual(['child_not_picked_up', 'slot_cancelled'])
  await readAll(follower)
  expect(await kinds()).toEqual(['child_not_picked_up'])
})

test('a child that waits is called about at once, and WeChat says it too as soon as it can', async () => {
  const follower = await aFollower()
  wechat.fail({ path: SEND, kind: 'rate', times: 1 })
  await told(follower, { kind: 'child_not_picked_up', isConfidential: true })
  expect(await callLinesFor(server, follower.personId)).toMatchObject([{ kind: 'child_not_picked_up' }])
  expect(sentTo(follower)).toEqual([])
  await doWhatIsDueAt(server, new Date(Date.parse(START) + 2 * 60_000))
  expect(sentTo(follower)).toHaveLength(1)
  expect(await callLinesFor(server, follower.personId)).toHaveLength(1)
})

test('it is called about before all that waits to be sent has gone out', async () => {
  const follower = await aFollower({ credits: 0 })
  const { context } = server.app
  const { wechat: client } = context
  if (!client) throw new Error('WeChat is not set up')
  // Something else is in WeChat's hands, and stays there.
  const other = await aFollower()
  let answer: (outcome: SendOutcome) => void = () => undefined
  const held = new Promise<SendOutcome>((resolve) => {
    answer = resolve
  })
  const jobs = { ...context.jobs, handle: () => undefined, handleBatch: () => undefined }
  const slow = { ...context, jobs, wechat: { ...client, send: () => held } }
  server.clock.set(NIGHT)
  await told(other)
  server.clock.set(MORNING)
  await notify(server, [aNotice(follower.personId, { kind: 'replied' })])
  await server.sql(
    `insert into message_delivery (community_id, id, inbox_message_id, person_id, kind, is_confidential, state, problem,
       created_at, changed_at, call_at)
     select community_id, id, id, person_id, 'child_not_picked_up', true, 'failed', 'no_credit', $2, $2, $2
     from inbox_message where person_id = $1`,
    [follower.personId, MORNING],
  )
  const round = createNotifications(slow, createLog('silent')).doWhatIsDue()
  await vi.waitFor(async () => expect(await callLinesFor(server, follower.personId)).toHaveLength(1))
  answer(NOT_SENT)
  await round
})
