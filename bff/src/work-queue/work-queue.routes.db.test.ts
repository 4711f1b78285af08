import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, itemIn, make, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

type View = 'open' | 'mine' | 'resolved' | 'closed'
const idsIn = async (client: Client, queueId: string, view: View = 'open') =>
  (await client.call('listQueueItems', { params: { queueId }, query: { view, limit: 50 } })).items.map(({ id }) => id)

test('what is due first comes first, whatever was reported first', async () => {
  const slow = await report(people.resident, { serviceCode: 'barrier_free' })
  const danger = await report(people.resident, { serviceCode: 'gas_smell' })
  expect(Date.parse(danger.dueAt)).toBeLessThan(Date.parse(slow.dueAt))
  expect(await idsIn(people.staff, 'raosai-community')).toEqual([danger.workItemId, slow.workItemId])
})

test('an item whose time has passed says so and is counted as overdue', async () => {
  const late = await server.signIn(personIdOf(server, 'resident', { communityId: 'ejietang' }))
  await report(late, { serviceCode: 'gas_smell', ...(await placeIn('ejietang')) }, 'ejietang')
  const staff = async () => server.signIn(personIdOf(server, 'community_staff', { communityId: 'ejietang' }))
  const queueOf = async () =>
    (await (await staff()).call('listMyQueues')).items.find(({ id }) => id === 'ejietang-community')
  expect(await queueOf()).toMatchObject({ open: 1, overdue: 0 })
  server.clock.advance({ days: 20 })
  expect(await queueOf()).toMatchObject({ open: 1, overdue: 1 })
  people = await signInRaosai(server)
})

const placeIn = async (communityId: string) => {
  const { gridCells } = await server.anonymous.call('getCommunity', { params: { communityId } })
  return { placeId: gridCells[0]?.places[0]?.id ?? '' }
}

test('walking through the pages of a queue meets every item once and ends', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'cisongtang' }))
  const place = await placeIn('cisongtang')
  const receipts = await Promise.all(Array.from({ length: 7 }, () => report(resident, place, 'cisongtang')))
  const worker = await server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'cisongtang-1' }))
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 10; page += 1) {
    const query = { limit: 2, ...(cursor !== undefined && { cursor }) }
    const { items, nextCursor } = await worker.call('listQueueItems', {
      params: { queueId: 'cisongtang-grid-1' },
      query,
    })
    seen.push(...items.map(({ id }) => id))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  expect(seen).toHaveLength(7)
  expect(seen.toSorted()).toEqual(receipts.map(({ workItemId }) => workItemId).toSorted())
})

test('my items and the public list are walked newest first, each met once', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'nizhuolin' }))
  const place = await placeIn('nizhuolin')
  const ids: string[] = []
  for (let count = 0; count < 3; count += 1)
    ids.unshift((await report(resident, { ...place, visibility: 'public' }, 'nizhuolin')).id)
  const params = { communityId: 'nizhuolin' }
  const first = await server.anonymous.call('listPublicIssues', { params, query: { limit: 2 } })
  const second = await server.anonymous.call('listPublicIssues', { params, query: { cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
  expect(second.nextCursor).toBeNull()
  const mine = await resident.call('listMyItems', { query: { limit: 2 } })
  const rest = await resident.call('listMyItems', { query: { limit: 2, cursor: mine.nextCursor ?? '' } })
  expect([...mine.items, ...rest.items].map(({ subjectId }) => subjectId)).toEqual(ids)
})

test('a worker finds the own items, the resolved and the closed ones in their views', async () => {
  const accepted = await itemIn(people, 'accepted')
  const resolved = await itemIn(people, 'resolved')
  const closed = await itemIn(people, 'closed')
  const queueId = 'raosai-grid-1'
  expect(await idsIn(people.worker, queueId, 'mine')).toEqual([accepted.workItemId])
  expect(await idsIn(people.leader, queueId, 'mine')).toEqual([])
  expect(await idsIn(people.worker, queueId, 'resolved')).toEqual([resolved.workItemId])
  expect(await idsIn(people.worker, queueId, 'closed')).toEqual([closed.workItemId])
  expect(await idsIn(people.worker, queueId)).toContain(accepted.workItemId)
  expect(await idsIn(people.worker, queueId)).not.toContain(resolved.workItemId)
})

test('a name of a resident is masked for staff', async () => {
  const id = await addPerson(server, 'resident', { communityId: 'raosai' }, { name: '示范甲乙' })
  const resident = await server.signIn(id)
  await server.sql('update person set is_demo = false where id = $1', [id])
  const { workItemId } = await report(resident)
  const { items } = await people.worker.call('listQueueItems', {
    params: { queueId: 'raosai-grid-1' },
    query: { limit: 50 },
  })
  expect(items.find((item) => item.id === workItemId)?.requesterName).toBe('示*乙')
})

test('the resident is told in the inbox when somebody takes the item and when it is resolved', async () => {
  const receipt = await report(people.neighbour)
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
  const kinds = async () =>
    (await people.neighbour.call('listInbox')).items
      .filter(({ workItemId }) => workItemId === receipt.workItemId)
      .map(({ kind }) => kind)
      .toSorted()
  await expect.poll(kinds, { timeout: 10_000, interval: 100 }).toEqual(['accepted', 'receipt', 'resolved'])
})

test('somebody who serves no queue has no queues, and no right to ask without the role', async () => {
  // No canteen is in that community.
  const cook = await server.signIn(await addPerson(server, 'kitchen', { communityId: 'nizhuolin' }))
  expect((await cook.call('listMyQueues')).items).toEqual([])
  expect((await people.resident.attempt('listMyQueues')).code).toBe('forbidden')
})
