import { AppError } from '@little-bench/shared/kernel/errors'
import { HOLD_MINUTES, SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import { WAITLIST_REASONS } from '@little-bench/shared/scheduling/waitlist'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addSlot, createBookedService, LUNCH_TIMES } from '../../test/booked-service.ts'
import { addPerson } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import {
  BookingServices,
  changeCapacity,
  expireDueSeats,
  findOwnBooking,
  joinWaitlist,
  makeBookingMove,
  type Scheduling,
  type SlotAddress,
  takeSeat,
} from './index.ts'

const LOG = createLog('silent')
const COMMUNITY = 'raosai'
const START = new Date('2026-11-23T02:00:00.000Z')
const CUTOFF = LUNCH_TIMES.cutoffAt

let server: TestServer
let scheduling: Scheduling
let people: string[]
let now: Date
let service: ReturnType<typeof createBookedService>

beforeAll(async () => {
  server = await startTestServer()
  people = await Promise.all(
    Array.from({ length: 40 }, () => addPerson(server, 'resident', { communityId: COMMUNITY })),
  )
  const services = new BookingServices()
  service = createBookedService()
  services.register('canteen', service.handlers)
  scheduling = { ...server.app.scheduling, services }
})
beforeEach(async () => {
  now = START
  service.told.length = 0
  await server.sql('truncate booking_event, booking, slot cascade')
})
afterAll(() => server.stop())

const aSlot = (capacity: number, hour = 4): Promise<SlotAddress> =>
  addSlot(scheduling, capacity, {
    startsAt: `2026-11-24T0${hour}:00:00.000Z`,
    endsAt: `2026-11-24T0${hour + 1}:30:00.000Z`,
  })

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
  expect(service.told).toEqual([['offered', next]])
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

test('whoever comes back to a hold that ran out finds none, before the minute that tidies up, and takes a free seat', async () => {
  const slot = await aSlot(1)
  const held = await book(slot, 0, true)
  const own = () => within((trx) => findOwnBooking(scheduling, trx, slot, personAt(0), now))
  expect((await own())?.id).toBe(held)
  now = new Date(START.getTime() + HOLD_MINUTES * 60_000)
  const again = await within(async (trx) => {
    if (await findOwnBooking(scheduling, trx, slot, personAt(0), now)) throw new Error('it ran out')
    const one = asking(0)
    await takeSeat(scheduling, trx, slot, one, { isHeld: false, now })
    return one.id
  })
  expect([await stateOf(held), await stateOf(again)]).toEqual(['expired', 'booked'])
})

test('a seat is held until the cut-off at the longest, however often it is extended', async () => {
  const slot = await aSlot(1)
  now = new Date(Date.parse(CUTOFF) - 5 * 60_000)
  const held = await book(slot, 0, true)
  const until = async () => {
    const [row] = await server.sql<{ until: string }>('select expires_at as until from booking where id = $1', [held])
    return new Date(row?.until ?? '')
  }
  expect(await until()).toEqual(new Date(CUTOFF))
  await move(held, 'extend')
  expect(await until()).toEqual(new Date(CUTOFF))
  now = new Date(CUTOFF)
  expect([await codeOf(move(held, 'extend')), await codeOf(move(held, 'confirm'))]).toEqual([
    'hold_expired',
    'hold_expired',
  ])
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
