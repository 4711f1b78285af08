import type { QueueView } from '@little-bench/shared/work-queue/item.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { move } from '../../test/desk.ts'
import { addPerson, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

const CELL = 'raosai-grid-1'
const COMMUNITY = 'raosai-community'
const DEPARTMENT = 'municipal-works'

let server: TestServer
let people: Raosai
let department: Client
let subdistrict: Client

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  department = await server.signIn(personIdOf(server, 'department_staff', { unitId: DEPARTMENT }))
  subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
})
afterAll(() => server.stop())

type Filter = Partial<Record<'serviceCode' | 'gridCellId' | 'assigneeId' | 'communityId', string>>

const itemsIn = async (client: Client, queueId: string, view: QueueView, filter: Filter = {}) =>
  (await client.call('listQueueItems', { params: { queueId }, query: { view, limit: 50, ...filter } })).items
const idsIn = async (client: Client, queueId: string, view: QueueView, filter: Filter = {}) =>
  (await itemsIn(client, queueId, view, filter)).map(({ id }) => String(id))
const queueOf = async (client: Client, queueId: string) =>
  (await client.call('listMyQueues')).items.find(({ id }) => id === queueId)

test('what nobody has is unclaimed until somebody claims it', async () => {
  const receipt = await report(people.resident)
  expect(await idsIn(people.worker, CELL, 'unclaimed')).toContain(receipt.workItemId)
  await move(people.worker, receipt, { move: 'claim' })
  expect(await idsIn(people.worker, CELL, 'unclaimed')).not.toContain(receipt.workItemId)
  expect(await idsIn(people.worker, CELL, 'mine')).toContain(receipt.workItemId)
  expect(await idsIn(people.leader, CELL, 'mine')).not.toContain(receipt.workItemId)
})

test('an item offered to a department is in its offers, stays in its own queue, and both say so', async () => {
  const receipt = await report(people.resident)
  await move(people.leader, receipt, { move: 'refer', queueId: DEPARTMENT, note: '这是市政的路面。' })
  const [offered] = await itemsIn(department, DEPARTMENT, 'referred_here')
  expect(offered).toMatchObject({ id: receipt.workItemId, referredTo: { id: DEPARTMENT }, queue: { id: CELL } })
  expect(await queueOf(department, DEPARTMENT)).toMatchObject({ referredHere: 1, open: 0, communityId: null })
  expect(await idsIn(department, DEPARTMENT, 'open')).toEqual([])
  expect(await idsIn(people.leader, CELL, 'open')).toContain(receipt.workItemId)
  await move(department, receipt, { move: 'accept_referral' })
  expect(await idsIn(department, DEPARTMENT, 'open')).toEqual([receipt.workItemId])
  expect(await queueOf(department, DEPARTMENT)).toMatchObject({ referredHere: 0, open: 1 })
  // Whoever gave it away goes on following it.
  expect(await idsIn(people.leader, CELL, 'following')).toContain(receipt.workItemId)
  expect(await idsIn(people.leader, CELL, 'open')).not.toContain(receipt.workItemId)
})

test('an item that was passed up is with its queue and with whoever supervises', async () => {
  const receipt = await report(people.resident)
  await move(people.leader, receipt, { move: 'escalate', note: '人手不够。' })
  expect(await idsIn(people.staff, COMMUNITY, 'passed_up')).toEqual([receipt.workItemId])
  expect(await queueOf(people.staff, COMMUNITY)).toMatchObject({ passedUp: 1 })
  await move(people.leader, receipt, { move: 'escalate', note: '还是不够。' })
  expect(await idsIn(subdistrict, 'bakuo-subdistrict', 'passed_up')).toEqual([receipt.workItemId])
  expect(await idsIn(people.leader, CELL, 'open')).toContain(receipt.workItemId)
})

test('an item is late when any of its promises ran out, and not while the resident is waited for', async () => {
  const receipt = await report(people.resident, { serviceCode: 'barrier_free' })
  const isLate = async () => (await idsIn(people.staff, COMMUNITY, 'late')).includes(receipt.workItemId)
  const plant = (change: string) => server.sql(`update work_item set ${change} where id = $1`, [receipt.workItemId])
  const hourAgo = "timestamptz '2026-11-23T01:00:00Z'"
  expect(await isLate()).toBe(false)
  const before = await queueOf(people.staff, COMMUNITY)
  await plant(`first_reply_due_at = ${hourAgo}`)
  expect(await isLate()).toBe(true)
  expect((await queueOf(people.staff, COMMUNITY))?.overdue).toBe((before?.overdue ?? 0) + 1)
  await plant(`first_reply_ended_at = ${hourAgo} - interval '1 minute'`)
  expect(await isLate()).toBe(false)
  await plant(`acceptance_due_at = ${hourAgo}`)
  expect(await isLate()).toBe(true)
  await plant(`acceptance_ended_at = ${hourAgo} - interval '1 minute', due_at = ${hourAgo}`)
  expect(await isLate()).toBe(true)
  await plant(`pause = 'waiting_for_resident', paused_at = ${hourAgo}`)
  expect(await isLate()).toBe(false)
})

test('filters narrow a view, together too', async () => {
  const garbage = await report(people.resident, { serviceCode: 'garbage' })
  const noise = await report(people.resident, { serviceCode: 'street_light' })
  await move(people.worker, garbage, { move: 'claim' })
  const find = (filter: Filter, view: QueueView = 'open') => idsIn(people.leader, CELL, view, filter)
  expect(await find({ serviceCode: 'garbage' })).toContain(garbage.workItemId)
  expect(await find({ serviceCode: 'garbage' })).not.toContain(noise.workItemId)
  expect(await find({ gridCellId: 'raosai-1' })).toContain(garbage.workItemId)
  expect(await find({ gridCellId: 'raosai-2' })).toEqual([])
  expect(await find({ communityId: 'raosai' })).toContain(garbage.workItemId)
  expect(await find({ communityId: 'cisongtang' })).toEqual([])
  expect(await find({ assigneeId: people.worker.personId })).toContain(garbage.workItemId)
  expect(await find({ assigneeId: people.leader.personId })).toEqual([])
  expect(await find({ assigneeId: people.worker.personId, serviceCode: 'street_light' })).toEqual([])
  expect(await find({ assigneeId: people.worker.personId }, 'mine')).toEqual([])
})

test('pages of a filtered view, of what is finished and of an offer meet every item once', async () => {
  const cell = { queueId: 'raosai-grid-2' }
  const place = { placeId: await placeOf('raosai', 'raosai-2') }
  const all: string[] = []
  for (let count = 0; count < 5; count += 1) {
    const receipt = await report(people.resident, { ...place, serviceCode: 'garbage' })
    await move(people.leader, receipt, { move: 'close', outcome: 'rejected', note: '不是真的。' })
    all.push(receipt.workItemId)
  }
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 6; page += 1) {
    const query = { view: 'closed' as const, serviceCode: 'garbage', limit: 2, ...(cursor && { cursor }) }
    const { items, nextCursor } = await people.leader.call('listQueueItems', { params: cell, query })
    seen.push(...items.map(({ id }) => id))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  expect(seen).toEqual(all.toReversed())
})

const placeOf = async (communityId: string, cellId: string) => {
  const { gridCells } = await server.anonymous.call('getCommunity', { params: { communityId } })
  return gridCells.find(({ id }) => id === cellId)?.places[0]?.id ?? ''
}

test('somebody whom an item is about finds it in no view and in no count, and neither does a queue it is kept from', async () => {
  const about = await server.signIn(await addPerson(server, 'community_staff', { communityId: 'raosai' }))
  const receipt = await report(people.resident, { serviceCode: 'barrier_free' })
  await move(people.staff, receipt, { move: 'escalate', note: '请街道看看。' })
  const plant = (change: string) => server.sql(`update work_item set ${change} where id = $1`, [receipt.workItemId])
  await plant(`due_at = '2026-11-23T01:00:00Z', referred_queue_id = '${COMMUNITY}',
    supervising_queue_ids = array['${COMMUNITY}', 'bakuo-subdistrict']`)
  const views = ['open', 'unclaimed', 'late', 'referred_here', 'passed_up'] as const
  const shownTo = async (client: Client) => {
    const found = await Promise.all(views.map((view) => idsIn(client, COMMUNITY, view)))
    return found.map((ids) => ids.includes(receipt.workItemId))
  }
  const countsOf = async (client: Client) => {
    const { open, unclaimed, overdue, referredHere, passedUp } = (await queueOf(client, COMMUNITY)) ?? {}
    return [open, unclaimed, overdue, referredHere, passedUp].map(Number)
  }
  const before = await countsOf(about)
  expect(await shownTo(about)).toEqual([true, true, true, true, true])
  await plant(`excluded_staff_ids = array['${about.personId}'::uuid]`)
  expect(await shownTo(about)).toEqual([false, false, false, false, false])
  expect(await countsOf(about)).toEqual(before.map((count) => count - 1))
  expect(await shownTo(people.staff)).toEqual([true, true, true, true, true])
  await plant(`referred_queue_id = null, barred_queue_ids = array['${COMMUNITY}']`)
  expect(await shownTo(people.staff)).toEqual([false, false, false, false, false])
})

test('the works of a split item are in the queue and not in the list of the resident', async () => {
  const receipt = await report(people.resident)
  await move(people.worker, receipt, { move: 'claim' })
  await move(people.worker, receipt, { move: 'split', parts: [{ title: '清垃圾' }, { title: '补垃圾桶' }] })
  const works = (await itemsIn(people.worker, CELL, 'unclaimed')).filter(({ isChild }) => isChild)
  expect(works).toHaveLength(2)
  const mine = await people.resident.call('listMyItems', { query: { limit: 50 } })
  const ids = mine.items.map(({ id }) => String(id))
  expect(ids).toContain(receipt.workItemId)
  for (const { id } of works) expect(ids).not.toContain(id)
})

test('the resident sees which of the own items wait for an answer', async () => {
  const [receipt, other] = [await report(people.resident), await report(people.resident)]
  await move(people.worker, receipt, { move: 'claim' })
  await move(people.worker, receipt, { move: 'ask_resident', note: '是哪个门口？' })
  const { items } = await people.resident.call('listMyItems', { query: { limit: 50 } })
  const waits = (id: string) => items.find((item) => item.id === id)?.canAnswer
  expect([waits(receipt.workItemId), waits(other.workItemId)]).toEqual([true, false])
})

test('who leads a queue is told so, and a call that is due is counted until it is made', async () => {
  expect(await queueOf(people.leader, CELL)).toMatchObject({ isLead: true, communityId: 'raosai' })
  expect(await queueOf(people.worker, CELL)).toMatchObject({ isLead: false })
  const receipt = await report(people.resident)
  await move(people.worker, receipt, { move: 'claim' })
  await move(people.worker, receipt, { move: 'resolve', note: '清了。' })
  expect(await queueOf(people.leader, CELL)).toMatchObject({ followUpsDue: 0 })
  await server.sql("update follow_up set due_on = '2026-11-22' where work_item_id = $1", [receipt.workItemId])
  expect(await queueOf(people.leader, CELL)).toMatchObject({ followUpsDue: 1 })
  await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
    receipt.workItemId,
    people.leader.personId,
  ])
  expect(await queueOf(people.leader, CELL)).toMatchObject({ followUpsDue: 0 })
  expect(await queueOf(people.worker, CELL)).toMatchObject({ followUpsDue: 1 })
})

test.each(['open', 'referred_here', 'following', 'passed_up', 'closed'] as const)(
  'nobody sees %s of a queue that they do not serve',
  async (view) => {
    for (const client of [people.otherWorker, people.elsewhere, department]) {
      const answer = await client.attempt('listQueueItems', { params: { queueId: CELL }, query: { view } })
      expect([answer.status, answer.code]).toEqual([404, 'not_served_queue'])
    }
    const resident = await people.resident.attempt('listQueueItems', { params: { queueId: CELL }, query: { view } })
    expect(resident.code).toBe('forbidden')
  },
)
