import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addSlot, createBookedService } from '../../test/booked-service.ts'
import { addPerson } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import {
  BookingServices,
  closeSlot,
  endSlots,
  findBatchItems,
  joinWaitlist,
  makeBookingMove,
  offerWaitingSeats,
  openBatch,
  prepareBatch,
  reopenSlot,
  type Scheduling,
  type SlotAddress,
  takeSeat,
} from './index.ts'

const LOG = createLog('silent')
const OVER = '2026-11-24T06:30:00.000Z'
let server: TestServer
let scheduling: Scheduling
let service: ReturnType<typeof createBookedService>
let people: string[]
let now: Date

beforeAll(async () => {
  server = await startTestServer()
  people = await Promise.all(Array.from({ length: 6 }, () => addPerson(server, 'resident', { communityId: 'raosai' })))
})
beforeEach(async () => {
  now = new Date(START)
  await server.sql('truncate booking_event, booking, slot cascade')
  service = createBookedService()
  const services = new BookingServices()
  services.register('canteen', service.handlers)
  scheduling = { ...server.app.scheduling, services }
})
afterAll(() => server.stop())

const asking = (index: number) => {
  const personId = people[index] ?? ''
  return { id: uuidv7(), subjectId: personId, personId, actorId: personId }
}
const within = <Result>(work: Parameters<typeof inTransaction<Result>>[3]) =>
  inTransaction(scheduling.db, now, PLAIN_WRITE, work)
const book = async (slot: SlotAddress, index: number): Promise<string> => {
  const one = asking(index)
  await within((trx) => takeSeat(scheduling, trx, slot, one, { isHeld: false, now }))
  return one.id
}
const wait = async (slot: SlotAddress, index: number): Promise<string> => {
  const one = asking(index)
  await within((trx) => joinWaitlist(scheduling, trx, slot, one, { reason: 'lives_here', now }))
  return one.id
}
const move = (id: string, name: Parameters<typeof makeBookingMove>[3]['move'], at?: Date) =>
  within((trx) =>
    makeBookingMove(
      scheduling,
      trx,
      { communityId: 'raosai', id },
      { move: name, actorId: people[0] ?? '', now, ...(at && { at }) },
    ),
  )
const close = (slot: SlotAddress) =>
  within((trx) => closeSlot(scheduling, trx, slot, { actorId: people[0] ?? '', now }))
const stateOf = async (id: string) =>
  (await server.sql<{ state: string }>('select state from booking where id = $1', [id]))[0]?.state
const movesOf = (id: string) =>
  server.sql<{ move: string; actor_id: string | null; at: string }>(
    `select move, actor_id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from booking_event where booking_id = $1 order by id`,
    [id],
  )
const seatsOf = async ({ slotId }: SlotAddress) =>
  (await server.sql<{ booked: number }>('select booked from slot where id = $1', [slotId]))[0]?.booked

test('an hour after the end whoever had not come is no-show, by nobody’s hand; whoever came stays', async () => {
  const slot = await addSlot(scheduling, 3)
  const [came, missed] = [await book(slot, 0), await book(slot, 1)]
  now = new Date('2026-11-24T05:00:00.000Z')
  await move(came, 'check_in')
  now = new Date('2026-11-24T06:29:00.000Z')
  await endSlots(scheduling, now, LOG)
  expect(await stateOf(missed)).toBe('booked')
  now = new Date(OVER)
  await Promise.all([endSlots(scheduling, now, LOG), endSlots(scheduling, now, LOG)])
  expect([await stateOf(came), await stateOf(missed)]).toEqual(['served', 'no_show'])
  expect(service.told).toEqual([['missed', missed]])
  expect((await movesOf(missed)).map((event) => [event.move, event.actor_id])).toEqual([
    ['book', people[1]],
    ['miss', null],
  ])
})

test('a desk that was without a network ticks somebody off afterwards, at the time when they came and never later', async () => {
  const slot = await addSlot(scheduling, 1)
  const [id] = [await book(slot, 0)]
  now = new Date(OVER)
  await endSlots(scheduling, now, LOG)
  await move(id, 'check_in', new Date('2026-11-24T04:10:00.000Z'))
  expect(await stateOf(id)).toBe('served')
  expect((await movesOf(id)).at(-1)?.at).toBe('2026-11-24 04:10')
  await move(id, 'undo_check_in')
  await move(id, 'check_in', new Date('2026-11-25T00:00:00.000Z'))
  expect((await movesOf(id)).at(-1)?.at).toBe('2026-11-24 06:30')
  expect(await seatsOf(slot)).toBe(1)
})

test('a slot that cannot be ended holds up no other, and is tried again', async () => {
  const [bad, good] = [await addSlot(scheduling, 1), await addSlot(scheduling, 1)]
  const [failing, other] = [await book(bad, 0), await book(good, 1)]
  service.broken.add(failing)
  now = new Date(OVER)
  await endSlots(scheduling, now, LOG)
  expect([await stateOf(failing), await stateOf(other)]).toEqual(['booked', 'no_show'])
  service.broken.clear()
  await endSlots(scheduling, now, LOG)
  expect(await stateOf(failing)).toBe('no_show')
})

test('the batch of a slot is finished with it', async () => {
  const batch = {
    communityId: 'raosai',
    service: 'canteen',
    serviceCode: 'meal_sitting',
    resourceId: 'canteen',
    kind: 'lunch',
    on: '2026-11-24',
    title: '11月24日午餐（示范）',
    dueAt: new Date('2026-11-24T05:30:00.000Z'),
  } as const
  const prepared = await prepareBatch(scheduling, batch, now)
  await within((trx) => openBatch(scheduling, trx, prepared, now))
  now = new Date(OVER)
  await Promise.all([endSlots(scheduling, now, LOG), endSlots(scheduling, now, LOG)])
  expect(await findBatchItems(scheduling.db, 'raosai', [batch])).toMatchObject([{ state: 'closed' }])
})

test('a slot that the house closes gives up every seat and every wait, also after the cut-off, and offers none', async () => {
  const slot = await addSlot(scheduling, 2)
  const [came, booked, waiting] = [await book(slot, 0), await book(slot, 1), await wait(slot, 2)]
  now = new Date('2026-11-24T04:05:00.000Z')
  await move(came, 'check_in')
  await close(slot)
  expect(await Promise.all([came, booked, waiting].map(stateOf))).toEqual(['served', 'cancelled', 'cancelled'])
  expect(service.told).toEqual([
    ['cancelled', booked],
    ['cancelled', waiting],
  ])
  expect((await movesOf(booked)).at(-1)).toMatchObject({ move: 'cancel', actor_id: people[0] })
  expect(await seatsOf(slot)).toBe(1)
  await expect(book(slot, 3)).rejects.toThrow('slot_closed')
})

test('a slot that is opened again is there for whoever comes first', async () => {
  const slot = await addSlot(scheduling, 1)
  const before = await book(slot, 0)
  await close(slot)
  await within((trx) => reopenSlot(trx, slot))
  await book(slot, 1)
  expect(await stateOf(before)).toBe('cancelled')
})

test('closing is done whole or not at all', async () => {
  const slot = await addSlot(scheduling, 2)
  const [first, second] = [await book(slot, 0), await book(slot, 1)]
  service.broken.add(second)
  await expect(close(slot)).rejects.toThrow('the service cannot do it')
  expect([await stateOf(first), await stateOf(second), await seatsOf(slot)]).toEqual(['booked', 'booked', 2])
})

test('whoever was passed by for another seat at that time is offered one when they have that no longer', async () => {
  const [slot, other] = [await addSlot(scheduling, 1), await addSlot(scheduling, 1)]
  const first = await book(slot, 0)
  const waiting = await wait(slot, 1)
  const elsewhere = await book(other, 1)
  await move(first, 'cancel')
  // Their other seat keeps them out, and nobody else waits.
  expect([await stateOf(waiting), await seatsOf(slot)]).toEqual(['waitlisted', 0])
  await offerWaitingSeats(scheduling, now, LOG)
  expect(await stateOf(waiting)).toBe('waitlisted')
  await move(elsewhere, 'cancel')
  await Promise.all([offerWaitingSeats(scheduling, now, LOG), offerWaitingSeats(scheduling, now, LOG)])
  expect([await stateOf(waiting), await seatsOf(slot)]).toEqual(['offered', 1])
})

test('an offer that the service cannot keep stays an offer', async () => {
  const slot = await addSlot(scheduling, 1)
  const first = await book(slot, 0)
  const waiting = await wait(slot, 1)
  await move(first, 'cancel')
  service.broken.add(waiting)
  await expect(move(waiting, 'accept')).rejects.toThrow('the service cannot do it')
  expect([await stateOf(waiting), await seatsOf(slot)]).toEqual(['offered', 1])
})
