import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keepSignedIn, kindsOf, noticesOf } from '../../test/desk.ts'
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

const rating = (receipt: Receipt, solved = true) =>
  people.resident.attempt('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved, satisfaction: solved ? 5 : 1 },
  })
const mayRemind = async (receipt: Receipt) =>
  (await itemFor(people.resident, receipt)).allowedMoves.some(({ move }) => move === 'remind')

test('the resident may remind once on each day in Lhasa, and both sides see it', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'street_light' })
  await make(people.resident, receipt, 'remind', { note: '还是黑的。' })
  expect(await mayRemind(receipt)).toBe(false)
  server.clock.set('2026-11-23T15:59:59.000Z')
  expect(await mayRemind(receipt)).toBe(false)
  // Midnight in Lhasa is four in the afternoon in Greenwich.
  server.clock.set('2026-11-23T16:00:00.000Z')
  await make(people.resident, receipt, 'remind')
  for (const client of [people.resident, people.worker]) {
    const item = await itemFor(client, receipt)
    expect(item.reminders).toBe(2)
    expect(item.timeline.filter(({ kind }) => kind === 'reminded').map(({ message }) => message)).toContain(
      '还是黑的。',
    )
  }
})

test('a reminder reaches whoever has the item, or whoever leads the queue while nobody has it', async () => {
  const held = await itemIn(people, 'accepted')
  await make(people.resident, held, 'remind')
  expect(await noticesOf(server, people.worker, held)).toContain('staff_reminded')
  const waiting = await report(people.resident)
  await make(people.resident, waiting, 'remind')
  expect(await noticesOf(server, people.leader, waiting)).toContain('staff_reminded')
  expect(await noticesOf(server, people.worker, waiting)).not.toContain('staff_reminded')
})

test('a reminder neither claims nor delays anything', async () => {
  const receipt = await itemIn(people, 'queued')
  const before = await itemFor(people.leader, receipt)
  await make(people.resident, receipt, 'remind')
  const after = await itemFor(people.leader, receipt)
  expect([after.state, after.dueAt, after.clocks]).toEqual([before.state, before.dueAt, before.clocks])
})

test('a resolved item can be rated for two weeks to the moment, and not after', async () => {
  const [first, second] = [await itemIn(people, 'resolved'), await itemIn(people, 'resolved')]
  const { rateUntil } = await itemFor(people.resident, first)
  server.clock.set(rateUntil ?? '')
  expect((await rating(first)).status).toBe(201)
  server.clock.advance({ hours: 1 })
  expect((await itemFor(people.resident, second)).canRate).toBe(false)
  expect((await rating(second)).code).toBe('not_rateable')
})

test('after every reopening the resident is asked anew, and each answer stays', async () => {
  const receipt = await itemIn(people, 'resolved')
  expect((await rating(receipt, false)).status).toBe(201)
  await make(people.resident, receipt, 'reopen', { note: '第二天又坏了。' })
  expect((await rating(receipt)).code).toBe('not_rateable')
  await make(people.leader, receipt, 'claim')
  await make(people.leader, receipt, 'resolve')
  expect(await itemFor(people.resident, receipt)).toMatchObject({ canRate: true, rating: null, reopenedCount: 1 })
  expect((await rating(receipt)).status).toBe(201)
  expect((await rating(receipt)).code).toBe('already_rated')
  const rounds = await server.sql('select round, solved from work_item_rating where work_item_id = $1 order by round', [
    receipt.workItemId,
  ])
  expect(rounds).toEqual([
    { round: 0, solved: false },
    { round: 1, solved: true },
  ])
})

test('a reopened item has new promises, counted from the reopening', async () => {
  const receipt = await itemIn(people, 'resolved', { serviceCode: 'street_light' })
  server.clock.advance({ days: 5 })
  await make(people.resident, receipt, 'reopen')
  const { dueAt, clocks } = await itemFor(people.resident, receipt)
  expect(Date.parse(dueAt) - Date.parse(START)).toBe((5 + 7) * 24 * 3_600_000)
  expect(clocks.map(({ endedAt }) => endedAt)).toEqual([null, null, null])
})

test('only the requester rates, whoever else sees the item', async () => {
  const receipt = await itemIn(people, 'resolved')
  const body = { solved: true, satisfaction: 5 }
  const codes = await Promise.all(
    [people.neighbour, people.worker, people.leader, people.staff].map(
      async (client) => (await client.attempt('rateWorkItem', { params: addressOfItem(receipt), body })).code,
    ),
  )
  expect(codes).toEqual(['not_found', 'forbidden', 'forbidden', 'forbidden'])
  expect(kindsOf(await itemFor(people.resident, receipt))).not.toContain('rated')
})
