import { minuteOf } from '@little-bench/shared/kernel/time'
import type { SlotPattern } from '@little-bench/shared/scheduling/slots'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createBookedService, WEEKDAYS } from '../../test/booked-service.ts'
import { addPerson } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import {
  type BookableResource,
  BookingServices,
  changeCapacity,
  closeSlot,
  planSlots,
  type Scheduling,
  takeSeat,
} from './index.ts'

const LUNCH: SlotPattern = {
  kind: 'lunch',
  startsAt: minuteOf('12:00'),
  endsAt: minuteOf('13:30'),
  cutoff: { daysBefore: 1, minute: minuteOf('20:00') },
  capacity: 30,
}

let server: TestServer
let scheduling: Scheduling
let person: string
let resource: BookableResource
let now: Date

beforeAll(async () => {
  server = await startTestServer()
  person = await addPerson(server, 'resident', { communityId: 'raosai' })
  const services = new BookingServices()
  services.register(
    'canteen',
    createBookedService(({ id }) => (id === 'raosai' && resource.patterns.length > 0 ? [resource] : [])).handlers,
  )
  scheduling = { ...server.app.scheduling, services }
})
beforeEach(async () => {
  now = new Date(START)
  resource = { resourceId: 'canteen', patterns: [LUNCH], calendar: WEEKDAYS, daysAhead: 14 }
  await server.sql('truncate booking_event, booking, slot cascade')
})
afterAll(() => server.stop())

const plan = async (change: Partial<BookableResource> = {}): Promise<void> => {
  resource = { ...resource, ...change }
  await planSlots(scheduling, now, createLog('silent'))
}
const slots = () =>
  server.sql<{ id: string; on: string; starts_at: string; capacity: number; is_open: boolean }>(
    `select id, service_on::text as on, to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as starts_at, capacity, is_open
     from slot order by service_on`,
  )
const openDays = async () => (await slots()).filter((slot) => slot.is_open).map(({ on }) => on.slice(5))
const slotOn = async (day: string) => {
  const slot = (await slots()).find(({ on }) => on === `2026-${day}`)
  if (!slot) throw new Error(`no slot on ${day}`)
  return { ...slot, address: { communityId: 'raosai', slotId: slot.id } }
}
const book = async (day: string): Promise<void> => {
  const { address } = await slotOn(day)
  const asking = { id: uuidv7(), subjectId: person, personId: person, actorId: person }
  await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) =>
    takeSeat(scheduling, trx, address, asking, { isHeld: false, now }),
  )
}

test('the days ahead have their slots, and planning again adds only the day that came near', async () => {
  await plan({ daysAhead: 7 })
  expect(await openDays()).toEqual(['11-23', '11-24', '11-25', '11-26', '11-27'])
  const ids = (await slots()).map(({ id }) => id)
  now = new Date('2026-11-24T02:00:00.000Z')
  await Promise.all([plan(), plan(), plan()])
  expect(await openDays()).toEqual(['11-23', '11-24', '11-25', '11-26', '11-27', '11-30'])
  expect((await slots()).slice(0, 5).map(({ id }) => id)).toEqual(ids)
})

test('a holiday has no slot, and a Sunday that is made a workday has one', async () => {
  await plan({ calendar: { ...WEEKDAYS, closedOn: ['2026-11-25', '2026-11-29'], makeUpWorkdays: ['2026-11-29'] } })
  expect(await openDays()).toEqual([
    '11-23',
    '11-24',
    '11-26',
    '11-27',
    '11-29',
    '11-30',
    '12-01',
    '12-02',
    '12-03',
    '12-04',
  ])
})

test('a closure that is announced later lets nobody book any more, and all can when it is taken back', async () => {
  await plan()
  await book('11-26')
  await plan({ calendar: { ...WEEKDAYS, closedOn: ['2026-11-25', '2026-11-26'] } })
  // Whoever has booked is told by somebody, and not by a calendar.
  expect([(await slotOn('11-25')).is_open, (await slotOn('11-26')).is_open]).toEqual([false, false])
  expect(await server.sql('select state from booking')).toEqual([{ state: 'booked' }])
  await plan({ calendar: WEEKDAYS })
  expect([(await slotOn('11-25')).is_open, (await slotOn('11-26')).is_open]).toEqual([true, true])
})

test('a workday that becomes a day off, and a weekend that becomes a workday, are followed', async () => {
  await plan()
  await plan({ calendar: { ...WEEKDAYS, closedOn: ['2026-11-27'], makeUpWorkdays: ['2026-11-28'] } })
  expect(await openDays()).not.toContain('11-27')
  expect(await openDays()).toContain('11-28')
  await plan({ calendar: WEEKDAYS })
  expect(await openDays()).toContain('11-27')
  expect(await openDays()).not.toContain('11-28')
})

test('another time holds for slots that nobody has booked, fewer seats for all; whoever has booked keeps theirs', async () => {
  await plan()
  await book('11-26')
  await plan({ patterns: [{ ...LUNCH, startsAt: minuteOf('11:30'), capacity: 20 }] })
  expect(await slotOn('11-25')).toMatchObject({ starts_at: '11:30', capacity: 20 })
  expect(await slotOn('11-26')).toMatchObject({ starts_at: '12:00', capacity: 20 })
  await plan({ patterns: [{ ...LUNCH, startsAt: minuteOf('11:30'), capacity: 0 }] })
  expect(await slotOn('11-26')).toMatchObject({ starts_at: '12:00', capacity: 1 })
})

test('where the time has to wait for those who have booked, the seats that staff have set stay as well', async () => {
  await plan()
  await book('11-26')
  const later = { patterns: [{ ...LUNCH, startsAt: minuteOf('11:30') }] }
  await plan(later)
  const { address } = await slotOn('11-26')
  await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => changeCapacity(scheduling, trx, address, 25, now))
  await plan(later)
  expect(await slotOn('11-26')).toMatchObject({ starts_at: '12:00', capacity: 25 })
  await server.sql("update booking set state = 'cancelled'")
  await plan(later)
  expect(await slotOn('11-26')).toMatchObject({ starts_at: '11:30', capacity: 30 })
})

test('what has begun stays as it was', async () => {
  await plan()
  now = new Date('2026-11-23T04:30:00.000Z')
  await plan({ patterns: [{ ...LUNCH, capacity: 20 }] })
  expect((await slotOn('11-23')).capacity).toBe(30)
  expect((await slotOn('11-24')).capacity).toBe(20)
})

test('what staff close by hand stays closed', async () => {
  await plan()
  const { address } = await slotOn('11-25')
  await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) =>
    closeSlot(scheduling, trx, address, { actorId: person, now }),
  )
  await plan()
  await plan({ patterns: [{ ...LUNCH, capacity: 20 }] })
  expect((await slotOn('11-25')).is_open).toBe(false)
})

test('a house that is in the configuration no longer takes no more bookings', async () => {
  await plan()
  await book('11-26')
  await plan({ patterns: [] })
  expect(await openDays()).toEqual([])
})

test('a slot that somebody added by hand is nobody else’s to change', async () => {
  await server.sql(
    `insert into slot (community_id, id, service, resource_id, kind, service_on, starts_at, ends_at, cutoff_at, capacity)
     values ('raosai', $1, 'canteen', 'canteen', 'feast', '2026-11-28', '2026-11-28T04:00Z', '2026-11-28T06:00Z', '2026-11-27T12:00Z', 5)`,
    [uuidv7()],
  )
  await plan()
  expect(await slotOn('11-28')).toMatchObject({ is_open: true, capacity: 5 })
})
