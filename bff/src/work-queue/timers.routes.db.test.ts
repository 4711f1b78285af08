import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { doWhatIsDueAt, keepSignedIn, kindsOf, move, noticesOf } from '../../test/desk.ts'
import { addressOfItem, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const DAY_MS = 86_400_000
const daysAfter = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY_MS)
const justBefore = (instant: string | Date) => new Date(new Date(instant).getTime() - 1000)
const justAfter = (instant: string | Date) => new Date(new Date(instant).getTime() + 1000)

const clockOf = async (receipt: Receipt, name: string) => {
  const found = (await itemFor(people.leader, receipt)).clocks.find(({ clock }) => clock === name)
  if (!found) throw new Error(`no clock ${name}`)
  return found
}
const timesOf = async (receipt: Receipt, kind: string): Promise<number> =>
  kindsOf(await itemFor(people.leader, receipt)).filter((happened) => happened === kind).length
const accepted = async (): Promise<Receipt> => {
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await move(people.worker, receipt, { move: 'claim' })
  return receipt
}
const resolved = async (): Promise<Receipt> => {
  const receipt = await accepted()
  await move(people.worker, receipt, { move: 'resolve', note: '办好了，请看看。' })
  return receipt
}

test('a promise that ran out passes the item up, once, and the resident and those who lead are told', async () => {
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  const { dueAt } = await clockOf(receipt, 'acceptance')
  await doWhatIsDueAt(server, justBefore(dueAt))
  expect(await timesOf(receipt, 'escalated')).toBe(0)
  await doWhatIsDueAt(server, justAfter(dueAt))
  await server.app.doWhatIsDue()
  const item = await itemFor(people.leader, receipt)
  expect(item.timeline.at(-1)).toMatchObject({
    kind: 'escalated',
    clock: 'acceptance',
    isBySystem: true,
    from: 'queued',
  })
  expect(await timesOf(receipt, 'escalated')).toBe(1)
  expect(item.supervisors.map(({ id }) => id)).toEqual(['raosai-community'])
  expect(await clockOf(receipt, 'acceptance')).toMatchObject({ isLate: true, endedAt: expect.any(String) })
  expect(await noticesOf(server, people.resident, receipt)).toEqual(['receipt', 'overdue'])
  expect(await noticesOf(server, people.leader, receipt)).toEqual(['staff_overdue'])
  expect(await noticesOf(server, people.staff, receipt)).toContain('staff_passed_up')
})

test('an item that is still open a working day after it climbed climbs again, to the subdistrict', async () => {
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await doWhatIsDueAt(server, justAfter((await clockOf(receipt, 'acceptance')).dueAt))
  await move(people.worker, receipt, { move: 'claim' })
  await people.worker.call('addReply', { params: addressOfItem(receipt), body: { body: '今天来看。' } })
  // Passed up on Monday, so the next working day ends on Tuesday at six in the evening.
  await doWhatIsDueAt(server, '2026-11-24T09:59:00.000Z')
  expect(await timesOf(receipt, 'escalated')).toBe(1)
  await doWhatIsDueAt(server, '2026-11-24T10:01:00.000Z')
  const { supervisors } = await itemFor(people.leader, receipt)
  expect(supervisors).toHaveLength(2)
  expect(await noticesOf(server, people.resident, receipt)).toEqual([
    'receipt',
    'overdue',
    'accepted',
    'replied',
    'overdue',
  ])
  await doWhatIsDueAt(server, '2026-11-26T10:01:00.000Z')
  expect(await timesOf(receipt, 'escalated')).toBe(2)
})

test('above the subdistrict nobody is left to pass it to: the history says that it is late', async () => {
  const receipt = await report(people.resident, { serviceCode: 'noise' })
  const { queue, clocks } = await people.resident.call('getWorkItem', { params: addressOfItem(receipt) })
  expect(queue.id).not.toBe('raosai-community')
  await doWhatIsDueAt(server, justAfter(clocks[0]?.dueAt ?? ''))
  const { timeline } = await itemFor(people.resident, receipt)
  expect(timeline.at(-1)).toMatchObject({ kind: 'ran_late', clock: 'acceptance', isBySystem: true })
})

test('a claim that nobody touches goes back to the queue, and one that was touched stays', async () => {
  const untouched = await accepted()
  const touched = await accepted()
  await people.worker.call('addNote', { params: addressOfItem(touched), body: { body: '约了下午去看。' } })
  await doWhatIsDueAt(server, '2026-11-23T09:59:00.000Z')
  expect((await itemFor(people.leader, untouched)).state).toBe('accepted')
  await doWhatIsDueAt(server, '2026-11-23T10:01:00.000Z')
  const item = await itemFor(people.leader, untouched)
  expect(item).toMatchObject({ state: 'queued', assignee: null })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'returned', isBySystem: true })
  expect((await itemFor(people.leader, touched)).state).toBe('accepted')
  expect(await noticesOf(server, people.resident, untouched)).toContain('returned_to_queue')
})

test('a question is asked again twice and only then given up, and the resident may have it reopened', async () => {
  const receipt = await accepted()
  await move(people.worker, receipt, { move: 'ask_resident', note: '是哪个单元？' })
  for (const [days, reminders] of [
    [2.9, 0],
    [3, 1],
    [5.9, 1],
    [6, 2],
    [8.9, 2],
  ] as const) {
    await doWhatIsDueAt(server, daysAfter(START, days))
    expect(await timesOf(receipt, 'asked_again')).toBe(reminders)
    expect((await itemFor(people.resident, receipt)).state).toBe('accepted')
  }
  await doWhatIsDueAt(server, daysAfter(START, 9))
  expect(await itemFor(people.resident, receipt)).toMatchObject({ state: 'closed', outcome: 'rejected' })
  expect(await noticesOf(server, people.resident, receipt)).toEqual([
    'receipt',
    'accepted',
    'asked',
    'asked_again',
    'asked_again',
    'closed_unanswered',
  ])
  await move(people.resident, receipt, { move: 'reopen', note: '刚看到，是二单元。' })
})

test('reminders that went out late have their days before the question is given up', async () => {
  const receipt = await accepted()
  await move(people.worker, receipt, { move: 'ask_resident', note: '是哪个单元？' })
  for (const [days, reminders] of [
    [20, 1],
    [22.9, 1],
    [23, 2],
    [25.9, 2],
  ] as const) {
    await doWhatIsDueAt(server, daysAfter(START, days))
    expect(await timesOf(receipt, 'asked_again')).toBe(reminders)
    expect((await itemFor(people.resident, receipt)).state).toBe('accepted')
  }
  await doWhatIsDueAt(server, daysAfter(START, 26))
  expect((await itemFor(people.resident, receipt)).state).toBe('closed')
})

test('a suspension ends by itself and the promise goes on where it stood still', async () => {
  const receipt = await accepted()
  const before = await clockOf(receipt, 'resolve')
  const until = daysAfter(START, 4).toISOString()
  await move(people.worker, receipt, { move: 'suspend', reason: 'materials', until, note: '等水泥到货。' })
  await doWhatIsDueAt(server, justBefore(until))
  expect((await itemFor(people.resident, receipt)).pause).toBe('suspended')
  await doWhatIsDueAt(server, until)
  const item = await itemFor(people.resident, receipt)
  expect(item).toMatchObject({ pause: null, suspension: null })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'resumed', isBySystem: true })
  expect(Date.parse(item.dueAt) - Date.parse(before.dueAt)).toBe(4 * DAY_MS)
  expect(await noticesOf(server, people.resident, receipt)).toEqual(['receipt', 'accepted', 'suspended', 'resumed'])
})

test('whoever has not rated is reminded once and after two weeks it is closed without being counted as satisfied', async () => {
  const receipt = await resolved()
  await doWhatIsDueAt(server, daysAfter(START, 4.9))
  expect(await timesOf(receipt, 'asked_to_rate')).toBe(0)
  await doWhatIsDueAt(server, daysAfter(START, 5))
  await doWhatIsDueAt(server, daysAfter(START, 13.9))
  expect(await timesOf(receipt, 'asked_to_rate')).toBe(1)
  await doWhatIsDueAt(server, justAfter(daysAfter(START, 14)))
  const item = await itemFor(people.resident, receipt)
  expect(item).toMatchObject({ state: 'closed', outcome: 'solved', rating: null, canRate: false })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'closed', isBySystem: true })
  expect((await noticesOf(server, people.resident, receipt)).slice(-2)).toEqual(['asked_to_rate', 'closed_unrated'])
})

test('closing early takes the reminder to rate from nobody', async () => {
  const receipt = await resolved()
  await move(people.leader, receipt, { move: 'close', note: '电话里问过了。' })
  await doWhatIsDueAt(server, daysAfter(START, 5))
  await doWhatIsDueAt(server, daysAfter(START, 15))
  expect(await timesOf(receipt, 'asked_to_rate')).toBe(1)
  expect((await noticesOf(server, people.resident, receipt)).slice(-2)).toEqual(['closed', 'asked_to_rate'])
  const rated = await resolved()
  await move(people.leader, rated, { move: 'close', note: '电话里问过了。' })
  await people.resident.call('rateWorkItem', { params: addressOfItem(rated), body: { solved: true, satisfaction: 5 } })
  await doWhatIsDueAt(server, daysAfter(START, 20.5))
  expect(await timesOf(rated, 'asked_to_rate')).toBe(0)
})

test('whoever has rated is neither reminded nor closed upon', async () => {
  const receipt = await resolved()
  await people.resident.call('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved: true, satisfaction: 5 },
  })
  await doWhatIsDueAt(server, daysAfter(START, 15))
  expect((await itemFor(people.resident, receipt)).state).toBe('resolved')
  expect(await timesOf(receipt, 'asked_to_rate')).toBe(0)
})
