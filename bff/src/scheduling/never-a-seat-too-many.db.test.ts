import { AppError } from '@little-bench/shared/kernel/errors'
import { SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import { WAITLIST_REASONS } from '@little-bench/shared/scheduling/waitlist'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import {
  BookingServices,
  changeCapacity,
  expireDueSeats,
  joinWaitlist,
  makeBookingMove,
  type Scheduling,
  takeSeat,
} from './index.ts'
import { insertMissingSlots, type SlotAddress } from './slot.repository.ts'

const LOG = createLog('silent')
const COMMUNITY = 'raosai'
const START = new Date('2026-11-23T02:00:00.000Z')
const CUTOFF = '2026-11-23T12:00:00.000Z'

let server: TestServer
let scheduling: Scheduling
let people: string[]
let now: Date
let offered: string[]

beforeAll(async () => {
  server = await startTestServer()
  people = await Promise.all(
    Array.from({ length: 40 }, () => addPerson(server, 'resident', { communityId: COMMUNITY })),
  )
  const services = new BookingServices()
  services.register('canteen', {
    resourcesOf: () => [],
    admit: async (_trx, _slot, { viewer }) => ({ subjectId: viewer.personId }),
    describe: async () => new Map(),
    onOffered: async (_trx, { id }) => void offered.push(id),
    onAccepted: async () => undefined,
    onExpired: async () => undefined,
    onSlotCancelled: async () => undefined,
    onMissed: async () => undefined,
  })
  scheduling = { ...server.app.scheduling, services }
})
beforeEach(async () => {
  now = START
  offered = []
  await server.sql('truncate booking_event, booking, slot')
})
afterAll(() => server.stop())

const aSlot = async (capacity: number, hour = 4): Promise<SlotAddress> => {
  const id = uuidv7()
  await insertMissingSlots(scheduling.db, [
    {
      community_id: COMMUNITY,
      id,
      service: 'canteen',
      resource_id: `canteen-${id}`,
      kind: 'lunch',
      service_on: '2026-11-24',
      starts_at: `2026-11-24T0${hour}:00:00.000Z`,
      ends_at: `2026-11-24T0${hour + 1}:30:00.000Z`,
      cutoff_at: CUTOFF,
      capacity,
    },
  ])
  return { communityId: COMMUNITY, slotId: id }
}

const personAt = (index: number): string => people[index % people.length] ?? ''
const asking = (index: number) => {
  const personId = personAt(index)
  return { id: uuidv7(), subjectId: personId, personId, actorId: personId }
}
const within = <Result>(work: Parameters<typeof inTransaction<Result>>[3]) =>
  inTransaction(scheduling.db, now, PLAIN_WRITE, work)

const book = async (slot: SlotAddress, index: number, isHeld = false): Promise<string> => {
  const one = asking(index)
  await within((trx) => takeSeat(scheduling, trx, slot, one, { isHeld, now }))
  return one.id
}
const wait = async (slot: SlotAddress, index: number): Promise<string> => {
  const one = asking(index)
  const reason = WAITLIST_REASONS[index % WAITLIST_REASONS.length] ?? 'anybody'
  await within((trx) => joinWaitlist(scheduling, trx, slot, one, { reason, now }))
  return one.id
}
const move = (id: string, name: Parameters<typeof makeBookingMove>[3]['move'], index = 0) =>
  within((trx) =>
    makeBookingMove(scheduling, trx, { communityId: COMMUNITY, id }, { move: name, actorId: personAt(index), now }),
  )
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )
const stateOf = async (id: string) =>
  (await server.sql<{ state: string }>('select state from booking where id = $1', [id]))[0]?.state

const slotNow = async ({ slotId }: SlotAddress) => {
  const [row] = await server.sql<{ capacity: number; booked: number; seated: number; waiting: number }>(
    `select capacity, booked,
       (select count(*)::int from booking where slot_id = slot.id and state = any($2)) as seated,
       (select count(*)::int from booking where slot_id = slot.id and state = 'waitlisted') as waiting
     from slot where id = $1`,
    [slotId, SEATED_STATES],
  )
  if (!row) throw new Error('no slot')
  return row
}

const expectSound = async (slot: SlotAddress): Promise<void> => {
  const { capacity, booked, seated, waiting } = await slotNow(slot)
  expect(booked).toBe(seated)
  expect(booked).toBeLessThanOrEqual(capacity)
  // A seat never stands empty while somebody waits for it.
  if (waiting > 0) expect(booked).toBe(capacity)
}

test('of 200 who want one of 30 seats at the same moment exactly 30 have one, and the others are told it is full', async () => {
  const slot = await aSlot(30)
  const all = await Promise.all(Array.from({ length: 200 }, (_unused, index) => codeOf(book(slot, index))))
  // There are 40 people here, and each asks five times.
  expect(all.filter((code) => code === 'done')).toHaveLength(30)
  expect(new Set(all)).toEqual(new Set(['done', 'slot_full', 'already_booked']))
  expect(await slotNow(slot)).toMatchObject({ booked: 30, seated: 30 })
})

test('somebody has one seat at a time, in this sitting and in any other', async () => {
  const [slot, same] = [await aSlot(3), await aSlot(3)]
  await book(slot, 0)
  expect(await codeOf(book(slot, 0))).toBe('already_booked')
  expect(await codeOf(book(same, 0))).toBe('booking_overlaps')
  const later = await aSlot(3, 7)
  expect(await codeOf(book(later, 0))).toBe('done')
})

test('a seat that is given up is kept for whoever is next, with the reason that puts them there', async () => {
  const slot = await aSlot(1)
  const first = await book(slot, 0)
  const last = await wait(slot, 3)
  const next = await wait(slot, 4)
  await move(first, 'cancel')
  expect(offered).toEqual([next])
  expect(await codeOf(book(slot, 5))).toBe('slot_full')
  await move(next, 'accept', 4)
  expect(await stateOf(next)).toBe('booked')
  expect(await stateOf(last)).toBe('waitlisted')
})

test('an offer that nobody answers goes on to the next, and an answer that is late is told so', async () => {
  const slot = await aSlot(1)
  const first = await book(slot, 0)
  const [second, third] = [await wait(slot, 4), await wait(slot, 8)]
  await move(first, 'cancel')
  now = new Date(START.getTime() + 121 * 60_000)
  expect(await codeOf(move(second, 'accept', 4))).toBe('offer_expired')
  await expireDueSeats(scheduling, now, LOG)
  expect(await stateOf(second)).toBe('expired')
  expect(await codeOf(move(second, 'accept', 4))).toBe('offer_expired')
  expect(await stateOf(third)).toBe('offered')
})

test('a hold that ran out keeps nobody from the seat, even before the minute that tidies up', async () => {
  const slot = await aSlot(1)
  const held = await book(slot, 0, true)
  expect(await codeOf(book(slot, 1))).toBe('slot_full')
  now = new Date(START.getTime() + 11 * 60_000)
  expect(await codeOf(book(slot, 1))).toBe('done')
  expect(await codeOf(move(held, 'confirm'))).toBe('hold_expired')
  await expectSound(slot)
})

test('whoever let a hold run out takes the seat again at once', async () => {
  const slot = await aSlot(2)
  await book(slot, 0, true)
  expect(await codeOf(book(slot, 0, true))).toBe('already_booked')
  now = new Date(START.getTime() + 11 * 60_000)
  expect(await codeOf(book(slot, 0, true))).toBe('done')
  await expectSound(slot)
})

test('nobody waits for a seat that is free, and nobody who waits is passed by who comes later', async () => {
  const slot = await aSlot(1)
  expect(await codeOf(wait(slot, 0))).toBe('slot_has_seats')
  const first = await book(slot, 0)
  const second = await wait(slot, 1)
  await move(first, 'cancel')
  expect(await codeOf(book(slot, 2))).toBe('slot_full')
  expect(await stateOf(second)).toBe('offered')
})

test('after the cut-off nothing is booked or given up, and who still waits is told that it was in vain', async () => {
  const slot = await aSlot(1)
  const first = await book(slot, 0)
  const second = await wait(slot, 1)
  now = new Date(CUTOFF)
  expect(await codeOf(book(slot, 2))).toBe('past_cutoff')
  expect(await codeOf(move(first, 'cancel'))).toBe('past_cutoff')
  await expireDueSeats(scheduling, now, LOG)
  expect(await stateOf(second)).toBe('expired')
  expect(await stateOf(first)).toBe('booked')
})

test('seats that are added go to those who wait, and none is taken from who has one', async () => {
  const slot = await aSlot(2)
  await book(slot, 0)
  await book(slot, 1)
  const waiting = await wait(slot, 2)
  const change = (capacity: number) => within((trx) => changeCapacity(scheduling, trx, slot, capacity, now))
  expect(await codeOf(change(1))).toBe('capacity_below_booked')
  await change(5)
  expect(await stateOf(waiting)).toBe('offered')
  await expectSound(slot)
})

/** What anybody may do at any moment; each number chooses a person, a booking or a capacity. */
const act = fc.record({
  kind: fc.constantFrom(
    'book',
    'hold',
    'wait',
    'confirm',
    'extend',
    'cancel',
    'leave',
    'accept',
    'decline',
    'capacity',
    'later',
    'cut',
  ),
  choice: fc.nat({ max: 39 }),
})

test('whatever many people do at the same moment, and whichever connection breaks, no seat is lost and none is too many', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 }),
      async (capacity, moments) => {
        now = START
        const slot = await aSlot(capacity)
        const known: { id: string; choice: number }[] = []
        const acknowledged = new Set<string>()
        const perform = async ({ kind, choice }: (typeof moments)[number][number]): Promise<void> => {
          const chosen = known[choice % Math.max(known.length, 1)]
          if (kind === 'book' || kind === 'hold' || kind === 'wait') {
            const id = kind === 'wait' ? await wait(slot, choice) : await book(slot, choice, kind === 'hold')
            known.push({ id, choice })
            acknowledged.add(id)
          }
          if (kind === 'capacity') await within((trx) => changeCapacity(scheduling, trx, slot, (choice % 6) + 1, now))
          if (kind === 'later') now = new Date(Math.min(now.getTime() + choice * 300_000, Date.parse(CUTOFF) - 60_000))
          if (kind === 'cut') await server.sql(CUT_SOMEBODY)
          const isMove = ['confirm', 'extend', 'cancel', 'leave', 'accept', 'decline'].some((name) => name === kind)
          if (isMove && chosen) await move(chosen.id, kind as Parameters<typeof move>[1], chosen.choice) // Checked above.
        }
        for (const moment of moments) {
          // A refusal is an answer; a connection that was cut is none, and whatever it had done is undone.
          await Promise.all(moment.map((one) => perform(one).catch(() => undefined)))
          // The first to find a connection that was cut fails; the next minute tidies up.
          await expireDueSeats(scheduling, now, LOG).catch(() => expireDueSeats(scheduling, now, LOG))
          await expectSound(slot)
        }
        const there = await server.sql<{ id: string }>('select id from booking where slot_id = $1', [slot.slotId])
        const ids = new Set(there.map(({ id }) => id))
        expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
        await server.sql('truncate booking_event, booking, slot')
      },
    ),
    { numRuns: 60 },
  )
})

/** Cuts one connection that is in the middle of a transaction, as a process does that is killed. */
const CUT_SOMEBODY = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state in ('idle in transaction', 'active')
    and query ilike '%slot%' limit 1`
