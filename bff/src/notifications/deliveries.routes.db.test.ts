import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { doWhatIsDueAt } from '../../test/desk.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import {
  addFollowers,
  aNotice,
  COMMUNITY_ID,
  callLinesFor,
  faredOf,
  notify,
  startWithWechat,
  templateOf,
  untilSent,
} from '../../test/followers.ts'
import { START, type TestServer } from '../../test/server.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { dropCallLines, dropCallLinesAbout, forgetOldMessages } from './index.ts'

let server: TestServer
let wechat: WechatServer
let stop: () => Promise<void>
let staff: Client

beforeAll(async () => {
  ;({ server, wechat, stop } = await startWithWechat())
  staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: COMMUNITY_ID }))
})
afterAll(() => stop())
beforeEach(() => server.clock.set(START))

const deliveries = (client: Client, view: 'stuck' | 'all' = 'all', more: object = {}, communityId = COMMUNITY_ID) =>
  client.attempt('listDeliveries', { params: { communityId }, query: { view, ...more } })
const listOf = async (view: 'stuck' | 'all') =>
  staff.call('listDeliveries', { params: { communityId: COMMUNITY_ID }, query: { view, limit: 50 } })
const aFollower = async (options: Parameters<typeof addFollowers>[3] = {}) => {
  const [follower] = await addFollowers(server, wechat, 1, options)
  if (!follower) throw new Error('nobody was added')
  return follower
}
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000)
const write = (work: (trx: Trx) => Promise<void>) =>
  inTransaction(server.app.context.db, server.clock.now(), PLAIN_WRITE, work)

test('the counter sees how a message fared, and neither what it says nor the whole name', async () => {
  const { personId } = await aFollower()
  await server.sql('update person set is_demo = false where id = $1', [personId])
  await notify(server, [aNotice(personId, { details: { title: '埋进去的标题' } })])
  await untilSent(server)
  const answer = await deliveries(staff)
  const [newest] = (await listOf('all')).items
  expect(newest).toMatchObject({ kind: 'slot_cancelled', problem: null, attempts: 1, nextAt: null, isCalled: false })
  expect(newest?.personName).not.toContain('示范关注的人')
  expect(answer.text).not.toContain('埋进去的标题')
})

test('the counter of another community and a resident see none, an administrator sees each', async () => {
  const elsewhere = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'cisongtang' }))
  const resident = await server.signIn(await addPerson(server, 'resident', { communityId: COMMUNITY_ID }))
  const admin = await server.signIn(personIdOf(server, 'admin'))
  expect((await deliveries(elsewhere)).status).toBe(404)
  expect((await deliveries(resident)).status).toBe(403)
  expect((await deliveries(admin)).status).toBe(200)
  expect((await deliveries(admin, 'all', {}, 'nowhere')).status).toBe(404)
})

test('a message that nobody works through is stuck after a quarter of an hour, and until it is sent', async () => {
  const { personId } = await aFollower()
  await notify(server, [aNotice(personId)])
  await untilSent(server)
  await server.sql("update message_delivery set state = 'waiting', next_at = $2, stuck_at = $3 where person_id = $1", [
    personId,
    minutesLater(0),
    minutesLater(15),
  ])
  const before = (await listOf('stuck')).stuck
  server.clock.set(minutesLater(15).toISOString())
  const { items, stuck } = await listOf('stuck')
  expect([items.length, stuck]).toEqual([before + 1, before + 1])
  await server.sql('update subscribe_credit set credits = 1 where person_id = $1', [personId])
  const [account] = wechat.sent().slice(-1)
  wechat.accept(account?.openId ?? '', templateOf(server, 'booking'))
  await server.app.doWhatIsDue()
  expect((await listOf('stuck')).stuck).toBe(before)
})

test('pages show each delivery once', async () => {
  const followers = await addFollowers(server, wechat, 5)
  await notify(
    server,
    followers.map(({ personId }) => aNotice(personId)),
  )
  await untilSent(server)
  const expected = (await listOf('all')).items.map(({ id }) => id)
  const seen: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const query = { view: 'all' as const, limit: 2, ...(cursor && { cursor }) }
    const page = await staff.call('listDeliveries', { params: { communityId: COMMUNITY_ID }, query })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual(expected)
})

test('what is taken back goes out no more and is called about no more', async () => {
  const { personId } = await aFollower({ credits: 0 })
  const other = await aFollower()
  // In the night, so that both still wait.
  server.clock.set('2026-11-23T15:00:00.000Z')
  const visit = { kind: 'visit_planned', isConfidential: true } as const
  const details = { name: '您', on: '11月25日', from: '9:00', until: '10:00', aboutPersonId: personId }
  await notify(server, [aNotice(personId, { ...visit, details }), aNotice(other.personId, { ...visit, details })])
  const about = { communityId: COMMUNITY_ID, kinds: ['visit_planned'], aboutPersonIds: [personId] } as const
  await write((trx) => dropCallLinesAbout(trx, about, server.clock.now()))
  await doWhatIsDueAt(server, '2026-11-24T09:00:00.000Z')
  expect(wechat.sent().filter(({ openId }) => openId === other.openId)).toEqual([])
  expect(await faredOf(server, other.personId)).toEqual([])
  expect(await callLinesFor(server, personId)).toEqual([])
})

test('nor is anybody called about an item that is somebody else’s now', async () => {
  const { personId } = await aFollower({ credits: 0 })
  const workItemId = '0197a000-0000-7000-8000-000000000001'
  await notify(server, [
    aNotice(personId, { kind: 'asked', workItemId, details: { title: '示范', receiptNumber: '1' } }),
  ])
  await write((trx) => dropCallLines(trx, { communityId: COMMUNITY_ID, personId, workItemId }, server.clock.now()))
  await doWhatIsDueAt(server, '2026-11-27T09:00:00.000Z')
  expect(await callLinesFor(server, personId)).toEqual([])
})

test('how a message fared is forgotten after half a year, and what somebody agreed to is not', async () => {
  const { personId } = await aFollower({ credits: 2 })
  await notify(server, [aNotice(personId)])
  await untilSent(server)
  const forget = () => forgetOldMessages(server.app.context.db, server.clock.now())
  server.clock.advance({ days: 179 })
  await forget()
  expect(await faredOf(server, personId)).toHaveLength(1)
  server.clock.advance({ days: 2 })
  await forget()
  expect(await faredOf(server, personId)).toEqual([])
  expect(await server.sql('select 1 from subscribe_credit where person_id = $1', [personId])).toHaveLength(4)
})
