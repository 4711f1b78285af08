import type { CommunityConfig } from '@little-bench/config/model'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import { v7 as uuidv7 } from 'uuid'
import type { BookableResource, BookingHandlers, BookingRow, Scheduling, SlotAddress } from '../src/scheduling/index.ts'
import { insertMissingSlots } from '../src/scheduling/slot.repository.ts'

/** What a service was told of its bookings, in order: what happened and to which booking. */
export type Told = ['offered' | 'accepted' | 'expired' | 'cancelled' | 'missed', string]

/** A service that takes bookings of whoever asks, and remembers what it was told. */
export const createBookedService = (
  resourcesOf: (community: CommunityConfig) => readonly BookableResource[] = () => [],
) => {
  const told: Told[] = []
  /** Whatever the engine tells of these fails. */
  const broken = new Set<string>()
  const tell =
    (what: Told[0]) =>
    async (_trx: unknown, { id }: BookingRow): Promise<void> => {
      if (broken.has(id)) throw new Error('the service cannot do it')
      told.push([what, id])
    }
  const handlers: BookingHandlers = {
    resourcesOf,
    admit: async (_trx, _slot, { viewer }) => ({ subjectId: viewer.personId }),
    describe: async (_db, bookings) => new Map(bookings.map(({ id }) => [id, LUNCH])),
    onOffered: tell('offered'),
    onAccepted: tell('accepted'),
    onExpired: tell('expired'),
    onSlotCancelled: tell('cancelled'),
    onMissed: tell('missed'),
  }
  return { handlers, told, broken }
}

const LUNCH = { title: '午餐', placeName: '示范食堂', summary: null, childName: null, code: null, queueId: null }

interface SlotTimes {
  startsAt: string
  endsAt: string
  cutoffAt: string
}

/** Lunch of 24 November, booked until eight in the evening before. */
export const LUNCH_TIMES: SlotTimes = {
  startsAt: '2026-11-24T04:00:00.000Z',
  endsAt: '2026-11-24T05:30:00.000Z',
  cutoffAt: '2026-11-23T12:00:00.000Z',
}

export const addSlot = async (
  { db }: Pick<Scheduling, 'db'>,
  capacity: number,
  times: Partial<SlotTimes> = {},
): Promise<SlotAddress> => {
  const { startsAt, endsAt, cutoffAt } = { ...LUNCH_TIMES, ...times }
  const id = uuidv7()
  await insertMissingSlots(db, [
    {
      community_id: 'raosai',
      id,
      service: 'canteen',
      resource_id: `canteen-${id}`,
      kind: 'lunch',
      service_on: startsAt.slice(0, 10),
      starts_at: startsAt,
      ends_at: endsAt,
      cutoff_at: cutoffAt,
      capacity,
    },
  ])
  return { communityId: 'raosai', slotId: id }
}

/**
 * Puts such a service in the place of a canteen for the slots that it adds: whatever takes bookings of other slots goes on
 * as it did. Each slot is at a time of its own, so that nobody has two at once.
 */
export const takeBookingsBeside = (scheduling: Scheduling) => {
  const [, before] = scheduling.services.all().find(([service]) => service === 'canteen') ?? []
  const { handlers, told } = createBookedService()
  const slots = new Set<string>()
  const of = ({ slot_id: slotId }: Pick<BookingRow, 'slot_id'>) => (before && !slots.has(slotId) ? before : handlers)
  scheduling.services.register('canteen', {
    resourcesOf: (community) => before?.resourcesOf(community) ?? [],
    admit: (trx, slot, ...rest) => of({ slot_id: slot.id }).admit(trx, slot, ...rest),
    async describe(db, bookings, language) {
      const own = await handlers.describe(
        db,
        bookings.filter(({ slot_id: id }) => !before || slots.has(id)),
        language,
      )
      const others = bookings.filter(({ slot_id: id }) => before && !slots.has(id))
      return new Map([...own, ...((await before?.describe(db, others, language)) ?? [])])
    },
    onOffered: (trx, booking, ...rest) => of(booking).onOffered(trx, booking, ...rest),
    onAccepted: (trx, booking, ...rest) => of(booking).onAccepted(trx, booking, ...rest),
    onExpired: (trx, booking, ...rest) => of(booking).onExpired(trx, booking, ...rest),
    onSlotCancelled: (trx, booking, ...rest) => of(booking).onSlotCancelled(trx, booking, ...rest),
    onMissed: (trx, booking, ...rest) => of(booking).onMissed(trx, booking, ...rest),
  })
  return {
    told,
    async addSlot(capacity: number, times: Partial<SlotTimes> = {}): Promise<SlotAddress> {
      const at = (minutes: number) => new Date(Date.parse('2026-11-28T02:00:00.000Z') + minutes * 60_000).toISOString()
      const own = { startsAt: at(slots.size), endsAt: at(slots.size + 1), cutoffAt: at(0) }
      const address = await addSlot(scheduling, capacity, { ...own, ...times })
      slots.add(address.slotId)
      return address
    },
  }
}
export type BookedBeside = ReturnType<typeof takeBookingsBeside>

/** Open on weekdays, as long as a test says nothing else. */
export const WEEKDAYS: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: [],
  makeUpWorkdays: [],
  opensAt: 480,
  closesAt: 1140,
}
