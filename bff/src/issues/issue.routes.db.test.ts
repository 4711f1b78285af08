import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfItem, itemFor, itemIn, make, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const queueIds = async (client: Raosai['worker']) => (await client.call('listMyQueues')).items.map(({ id }) => id)
const idsIn = async (client: Raosai['worker'], queueId: string) =>
  (await client.call('listQueueItems', { params: { queueId } })).items.map(({ id }) => id)
const openIn = async (client: Raosai['worker'], queueId: string) =>
  (await client.call('listMyQueues')).items.find(({ id }) => id === queueId)?.open

test('a report is routed to the grid cell of its courtyard with a reason that a resident can read', async () => {
  const receipt = await report(people.resident)
  expect(receipt).toMatchObject({
    state: 'queued',
    queue: { id: 'raosai-grid-1', name: '绕赛社区第一网格' },
    routedBecause: '小事不出网格：由这个地点的网格员办。',
  })
})

test('a report reaches the inbox of its own queue and no other', async () => {
  const receipt = await report(people.resident)
  expect(await idsIn(people.worker, 'raosai-grid-1')).toContain(receipt.workItemId)
  for (const client of [people.worker, people.otherWorker, people.leader, people.staff, people.elsewhere]) {
    for (const queueId of (await queueIds(client)).filter((id) => id !== 'raosai-grid-1')) {
      expect(await idsIn(client, queueId)).not.toContain(receipt.workItemId)
    }
  }
})

test('a grid worker serves the own grid cell and cannot open the queue next door', async () => {
  expect(await queueIds(people.worker)).toEqual(['raosai-grid-1'])
  const answer = await people.worker.attempt('listQueueItems', { params: { queueId: 'raosai-grid-2' } })
  expect([answer.status, answer.code]).toEqual([404, 'not_served_queue'])
})

test('one item goes from the report over claim and resolve to a rating', async () => {
  const receipt = await itemIn(people, 'resolved')
  const rated = await people.resident.call('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved: true, satisfaction: 5, comment: '很快。' },
  })
  expect(rated.rating).toMatchObject({ solved: true, satisfaction: 5, comment: '很快。' })
  expect(rated.timeline.map(({ kind }) => kind)).toEqual(['enqueued', 'claimed', 'resolved', 'rated'])
})

test('a resident whose issue is not solved reopens it, and it waits in the queue again for anybody', async () => {
  const receipt = await itemIn(people, 'resolved')
  await people.resident.call('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved: false, satisfaction: 1 },
  })
  const before = await openIn(people.worker, 'raosai-grid-1')
  server.clock.advance({ hours: 30 })
  people = await signInRaosai(server)
  await make(people.resident, receipt, 'reopen')
  const item = await itemFor(people.worker, receipt)
  expect(item).toMatchObject({ state: 'queued', assignee: null, reopenedCount: 1, rating: null, isOverdue: false })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'reopened', from: 'resolved', to: 'queued' })
  expect(await openIn(people.worker, 'raosai-grid-1')).toBe((before ?? 0) + 1)
})

test('each round of a reopened item is rated once', async () => {
  const receipt = await itemIn(people, 'resolved')
  const rate = (solved: boolean) =>
    people.resident.attempt('rateWorkItem', { params: addressOfItem(receipt), body: { solved, satisfaction: 2 } })
  expect((await rate(false)).status).toBe(201)
  expect((await rate(true)).code).toBe('already_rated')
  await make(people.resident, receipt, 'reopen')
  expect((await rate(true)).code).toBe('not_rateable')
  await make(people.leader, receipt, 'claim')
  await make(people.leader, receipt, 'resolve')
  expect((await rate(true)).status).toBe(201)
})

test('queue counts follow an item through claim and resolve', async () => {
  const counts = async () => (await people.worker.call('listMyQueues')).items.find(({ id }) => id === 'raosai-grid-1')
  const before = await counts()
  const receipt = await report(people.resident)
  expect(await counts()).toMatchObject({ open: (before?.open ?? 0) + 1, unclaimed: (before?.unclaimed ?? 0) + 1 })
  await make(people.worker, receipt, 'claim')
  expect(await counts()).toMatchObject({
    open: (before?.open ?? 0) + 1,
    unclaimed: before?.unclaimed,
    mine: (before?.mine ?? 0) + 1,
  })
  await make(people.worker, receipt, 'resolve')
  expect(await counts()).toEqual(before)
})

test('the receipt arrives in the inbox of the reporter through the job', async () => {
  const receipt = await report(people.neighbour)
  await expect
    .poll(async () => (await people.neighbour.call('listInbox')).items[0], { timeout: 10_000, interval: 100 })
    .toMatchObject({ kind: 'receipt', workItemId: receipt.workItemId, subjectId: receipt.id, readAt: null })
  const inbox = await people.neighbour.call('listInbox')
  expect(inbox.items[0]?.text).toContain(receipt.receiptNumber)
  expect(inbox.unread).toBe(1)
})

test('a message that was read is counted no more, and nobody else can read it', async () => {
  const { workItemId } = await report(people.neighbour)
  const receiptOf = ({ items }: { items: { id: string; workItemId: string | null }[] }) =>
    items.find((message) => message.workItemId === workItemId)
  await expect.poll(async () => receiptOf(await people.neighbour.call('listInbox')), { timeout: 10_000 }).toBeDefined()
  const before = await people.neighbour.call('listInbox')
  const messageId = receiptOf(before)?.id ?? ''
  const stranger = await people.resident.attempt('markInboxMessageRead', { params: { messageId } })
  expect(stranger.code).toBe('not_found')
  const read = await people.neighbour.attempt('markInboxMessageRead', { params: { messageId } })
  expect(read.status).toBe(200)
  expect((await people.neighbour.call('listInbox')).unread).toBe(before.unread - 1)
})
