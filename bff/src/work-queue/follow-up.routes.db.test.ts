import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, kindsOf, move, saveRoster, shiftOf } from '../../test/desk.ts'
import { addressOfItem, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const QUEUE = 'raosai-grid-1'
const A_WEEK_LATER = '2026-11-30T02:00:00.000Z'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
beforeEach(async () => {
  await server.sql('update follow_up set is_cancelled = true where result is null')
  server.clock.set(START)
})
afterAll(() => server.stop())

const resolvedItem = async (): Promise<Receipt> => {
  const receipt = await report(people.resident)
  await move(people.worker, receipt, { move: 'claim' })
  await move(people.worker, receipt, { move: 'resolve', note: '清走了，请看看。' })
  return receipt
}
const callsDue = async (client: Client = people.worker) =>
  (await client.call('listFollowUps', { params: { queueId: QUEUE } })).items
const callOf = async (receipt: Receipt) => {
  const found = (await callsDue()).find(({ workItemId }) => workItemId === receipt.workItemId)
  if (!found) throw new Error('no call is due')
  return found
}
const record = (client: Client, followUpId: string, result: string, note = '打过电话了。') =>
  client.attempt('recordFollowUp', { params: { communityId: 'raosai', followUpId }, body: { result, note } })

test('a week after it was called done somebody is to call, and not before', async () => {
  const receipt = await resolvedItem()
  expect(await callsDue()).toEqual([])
  server.clock.set(A_WEEK_LATER)
  expect(await callOf(receipt)).toMatchObject({ dueOn: '2026-11-30', isLate: false, result: null })
  expect((await callOf(receipt)).item.receiptNumber).toBe(receipt.receiptNumber)
  server.clock.set('2026-12-01T02:00:00.000Z')
  expect((await callOf(receipt)).isLate).toBe(true)
})

test('a call that would fall on a Sunday or on 藏历新年 is due on the next workday', async () => {
  server.clock.set('2026-11-29T02:00:00.000Z')
  const onSunday = await resolvedItem()
  server.clock.set('2027-01-30T02:00:00.000Z')
  const beforeLosar = await resolvedItem()
  const rows = await server.sql<{ due_on: string }>(
    'select due_on::text from follow_up where work_item_id = any($1) order by due_on',
    [[onSunday.workItemId, beforeLosar.workItemId]],
  )
  expect(rows.map((row) => row.due_on)).toEqual(['2026-12-07', '2027-02-15'])
})

test('the calls that are due come first, page by page, each once; those made are in a list of their own', async () => {
  const receipts = [await resolvedItem(), await resolvedItem(), await resolvedItem()]
  server.clock.set(A_WEEK_LATER)
  const params = { queueId: QUEUE }
  const first = await people.worker.call('listFollowUps', { params, query: { limit: 2 } })
  const rest = await people.worker.call('listFollowUps', {
    params,
    query: { limit: 2, cursor: first.nextCursor ?? '' },
  })
  expect([...first.items, ...rest.items].map(({ workItemId }) => workItemId)).toEqual(
    receipts.map(({ workItemId }) => workItemId),
  )
  expect(rest.nextCursor).toBeNull()
  await record(people.worker, first.items[0]?.id ?? '', 'solved')
  expect(await callsDue()).toHaveLength(2)
  const done = await people.worker.call('listFollowUps', { params, query: { isDone: 'true' } })
  expect(done.items[0]).toMatchObject({ id: first.items[0]?.id, result: 'solved', isLate: false })
})

test('solved closes nothing, and what was said stays between colleagues', async () => {
  const receipt = await resolvedItem()
  server.clock.set(A_WEEK_LATER)
  const answer = await record(people.leader, (await callOf(receipt)).id, 'solved', '说办得好。')
  expect(answer.status).toBe(200)
  const item = await itemFor(people.leader, receipt)
  expect(item.state).toBe('resolved')
  expect(item.timeline.at(-1)).toMatchObject({
    kind: 'followed_up',
    followUpResult: 'solved',
    message: '说办得好。',
    messageFor: 'staff',
  })
  const { text } = await people.resident.attempt('getWorkItem', { params: addressOfItem(receipt) })
  expect(text).not.toContain('说办得好')
  expect(kindsOf(await itemFor(people.resident, receipt))).not.toContain('followed_up')
})

test('not solved begins a new round with another handler, and the note for colleagues is not shown to the resident', async () => {
  const receipt = await resolvedItem()
  await saveRoster(people.leader, QUEUE, [shiftOf(people.worker.personId), shiftOf(people.leader.personId)])
  server.clock.set(A_WEEK_LATER)
  const before = (await itemFor(people.worker, receipt)).dueAt
  const answer = await record(people.worker, (await callOf(receipt)).id, 'not_solved', '居民情绪很激动。')
  expect(answer.body).toMatchObject({ result: 'not_solved', item: { state: 'dispatched', reopenedCount: 1 } })
  const item = await itemFor(people.leader, receipt)
  expect(item.assignee?.id).toBe(people.leader.personId)
  expect(kindsOf(item).slice(-3)).toEqual(['followed_up', 'reopened', 'dispatched'])
  expect(Date.parse(item.dueAt)).toBeGreaterThan(Date.parse(before))
  const { text } = await people.resident.attempt('getWorkItem', { params: addressOfItem(receipt) })
  expect(text).not.toContain('激动')
  await saveRoster(people.leader, QUEUE, [], 'claim')
})

test('when nobody answers somebody calls again after two workdays, three times at most', async () => {
  const receipt = await resolvedItem()
  // Monday, Wednesday and Friday.
  for (const day of ['2026-11-30', '2026-12-02', '2026-12-04']) {
    server.clock.set(`${day}T02:00:00.000Z`)
    const call = await callOf(receipt)
    expect(call.dueOn).toBe(day)
    expect((await record(people.worker, call.id, 'no_answer')).status).toBe(200)
    expect((await callsDue()).map(({ workItemId }) => workItemId)).not.toContain(receipt.workItemId)
  }
  server.clock.set('2026-12-20T02:00:00.000Z')
  expect((await callsDue()).map(({ workItemId }) => workItemId)).not.toContain(receipt.workItemId)
})

test('of two who record the same call one is told that it is recorded', async () => {
  const receipt = await resolvedItem()
  server.clock.set(A_WEEK_LATER)
  const { id } = await callOf(receipt)
  const answers = await Promise.all(
    [people.worker, people.leader, people.staff].map((one) => record(one, id, 'solved')),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ code }) => code === 'already_recorded')).toHaveLength(2)
  const kinds = kindsOf(await itemFor(people.leader, receipt))
  expect(kinds.filter((kind) => kind === 'followed_up')).toHaveLength(1)
})

test('nobody is called who has rated, or whose item was reopened', async () => {
  const rated = await resolvedItem()
  const reopened = await resolvedItem()
  server.clock.set(A_WEEK_LATER)
  const calls = [await callOf(rated), await callOf(reopened)]
  await people.resident.call('rateWorkItem', { params: addressOfItem(rated), body: { solved: true, satisfaction: 5 } })
  await move(people.resident, reopened, { move: 'reopen', note: '又堆起来了。' })
  expect(await callsDue()).toEqual([])
  for (const { id } of calls) expect((await record(people.worker, id, 'solved')).code).toBe('already_recorded')
})

test('whoever does not serve the queue, or whom the item is about, neither sees nor records a call', async () => {
  const receipt = await resolvedItem()
  server.clock.set(A_WEEK_LATER)
  const { id } = await callOf(receipt)
  const params = { queueId: QUEUE }
  for (const stranger of [people.otherWorker, people.elsewhere]) {
    expect((await stranger.attempt('listFollowUps', { params })).code).toBe('not_served_queue')
    expect((await record(stranger, id, 'solved')).code).toBe('not_found')
  }
  expect((await people.resident.attempt('listFollowUps', { params })).code).toBe('forbidden')
  expect((await record(people.resident, id, 'solved')).code).toBe('forbidden')
  await server.sql('update work_item set excluded_staff_ids = $1 where id = $2', [
    [people.leader.personId],
    receipt.workItemId,
  ])
  expect(await callsDue(people.leader)).toEqual([])
  expect((await record(people.leader, id, 'solved')).code).toBe('not_found')
  expect(await callsDue()).toHaveLength(1)
})
