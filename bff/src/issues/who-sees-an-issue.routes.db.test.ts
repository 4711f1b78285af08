import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  addressOfItem,
  itemFor,
  itemIn,
  make,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer({ NODE_ENV: 'production' })
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
const issueFor = (client: Client, { id }: Receipt) => client.call('getIssue', { params: { ...COMMUNITY, issueId: id } })
const publicIds = async () =>
  (await server.anonymous.call('listPublicIssues', { params: COMMUNITY })).items.map(({ id }) => id)

const exclude = (client: Client, receipt: Receipt) =>
  server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    client.personId,
    receipt.workItemId,
  ])

test('a report is private unless its reporter says otherwise', async () => {
  const receipt = await report(people.resident)
  expect(await publicIds()).not.toContain(receipt.id)
  expect((await issueFor(people.resident, receipt)).visibility).toBe('private')
})

test('a public issue shows neighbours what and where, and neither names, words of the work, receipt nor exact position', async () => {
  const receipt = await itemIn(people, 'resolved', { visibility: 'public', position: { lat: 29.65412, lng: 91.13523 } })
  await people.resident.call('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved: true, satisfaction: 5, comment: '谢谢。' },
  })
  expect(await publicIds()).toContain(receipt.id)
  for (const client of [server.anonymous, people.neighbour, people.elsewhere]) {
    const issue = await issueFor(client, receipt)
    expect(issue).toMatchObject({
      receiptNumber: null,
      workItemId: null,
      position: null,
      rating: null,
      isYours: false,
      canRate: false,
    })
    expect(issue.timeline.map(({ kind, actor, message, isYou }) => [kind, actor, message, isYou])).toEqual([
      ['enqueued', null, null, false],
      ['claimed', null, null, false],
      ['resolved', null, null, false],
    ])
  }
})

test('the public list shows no field that could name a person', async () => {
  await report(people.resident, { visibility: 'public' })
  const { items } = await server.anonymous.call('listPublicIssues', { params: COMMUNITY, query: { limit: 1 } })
  const fields = ['communityId', 'createdAt', 'description', 'endorsements', 'id', 'outcome', 'placeName']
  const more = ['serviceCode', 'serviceName', 'state', 'thumbnailUrl']
  expect(Object.keys(items[0] ?? {}).toSorted()).toEqual([...fields, ...more])
})

test('a withdrawn issue leaves every public view at once', async () => {
  const receipt = await report(people.resident, { visibility: 'public' })
  await make(people.resident, receipt, 'withdraw')
  expect(await publicIds()).not.toContain(receipt.id)
  const answer = await server.anonymous.attempt('getIssue', { params: { ...COMMUNITY, issueId: receipt.id } })
  expect(answer.code).toBe('not_found')
  expect((await issueFor(people.resident, receipt)).outcome).toBe('withdrawn')
})

test('why a worker gave an item back is between colleagues', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const body = { move: 'return', version, note: '管子在别人院里，我进不去。' } as const
  await people.worker.call('moveWorkItem', { params: addressOfItem(receipt), body })
  const noteFor = async (client: Client) =>
    (await issueFor(client, receipt)).timeline.find(({ kind }) => kind === 'returned')?.message
  expect(await noteFor(people.resident)).toBeNull()
  expect(await noteFor(people.staff)).toBe(body.note)
})

test('somebody whom an item is about sees nothing of it wherever they work', async () => {
  const receipt = await report(people.resident)
  const countsFor = async () => (await people.staff.call('listMyQueues')).items.find(({ id }) => id === 'raosai-grid-1')
  const before = await countsFor()
  await exclude(people.staff, receipt)
  const item = await people.staff.attempt('getWorkItem', { params: addressOfItem(receipt) })
  const issue = await people.staff.attempt('getIssue', { params: { ...COMMUNITY, issueId: receipt.id } })
  expect([item.code, issue.code]).toEqual(['not_found', 'not_found'])
  const list = await people.staff.call('listQueueItems', { params: { queueId: 'raosai-grid-1' }, query: { limit: 50 } })
  expect(list.items.map(({ id }) => id)).not.toContain(receipt.workItemId)
  expect((await countsFor())?.open).toBe((before?.open ?? 0) - 1)
})

test('a page of a queue is full although an item on it is hidden from the reader', async () => {
  const receipts = [await report(people.resident), await report(people.resident), await report(people.resident)]
  for (const receipt of receipts) {
    await exclude(people.leader, receipt)
    await server.sql("update work_item set due_at = '2026-11-20' where id = $1", [receipt.workItemId])
  }
  const params = { queueId: 'raosai-grid-1' }
  const page = await people.leader.call('listQueueItems', { params, query: { limit: 2 } })
  expect(page.items).toHaveLength(2)
  const seen = receipts.flatMap(({ receiptNumber, workItemId }) => [receiptNumber, workItemId])
  expect(seen.filter((secret) => JSON.stringify(page).includes(secret))).toEqual([])
})

test('somebody whom an item is about is not offered to work on it', async () => {
  const receipt = await report(people.resident)
  await exclude(people.worker, receipt)
  const { version } = await itemFor(people.staff, receipt)
  const { assignees } = await people.staff.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect(assignees.length).toBeGreaterThan(0)
  expect(assignees.map(({ id }) => id)).not.toContain(people.worker.personId)
  const body = { move: 'dispatch', version, assigneeId: people.worker.personId } as const
  const answer = await people.staff.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect(answer.code).toBe('assignee_not_in_queue')
})

test.each(['complaint_staff', 'neighbour_dispute', 'family_matter'])('%s can never be public', async (serviceCode) => {
  const body = { serviceCode, description: '只给该看的人看。', placeId: 'raosai-public-toilet', visibility: 'public' }
  const answer = await people.resident.attempt('reportIssue', { params: COMMUNITY, body })
  expect([answer.status, answer.code]).toEqual([422, 'visibility_refused'])
})

test('a complaint about community staff is not seen by them', async () => {
  const receipt = await report(people.resident, { serviceCode: 'complaint_staff' })
  const answer = await people.staff.attempt('getWorkItem', { params: addressOfItem(receipt) })
  expect(answer.code).toBe('not_found')
})

test('a confidential item shows its category as title and no place', async () => {
  const receipt = await report(people.resident, { serviceCode: 'neighbour_dispute' })
  const { title } = await itemFor(people.staff, receipt)
  expect(title).not.toContain('·')
})
