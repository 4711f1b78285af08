import type { CommunityConfig } from '@little-bench/config/model'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import { v7 as uuidv7 } from 'uuid'
import type { BookableResource, BookingHandlers, BookingRow } from '../src/scheduling/index.ts'
import { insertMissingSlots, type SlotAddress } from '../src/scheduling/slot.repository.ts'
import type { TestServer } from './server.ts'

/** What a service was told of its bookings, in order: what happened and to which booking. */
export type Told = ['offered' | 'accepted' | 'expired' | 'cancelled' | 'missed', string]

/** A service that takes bookings of whoever asks, and remembers what it was told. */
export const createBookedService = (
  resourcesOf: (community: CommunityConfig) => readonly BookableResource[] = () => [],
) => {
  const told: Told[] = []
  /** Bookings of these fail whatever the engine tells. */
  const broken = new Set<string>()
  const tell =
    (what: Told[0]) =>
    async (_trx: unknown, { id }: BookingRow) => {
      if (broken.has(id)) throw new Error('the service cannot do it')
      told.push([what, id])
    }
  const handlers: BookingHandlers = {
    resourcesOf,
    admit: async (_trx, _slot, { viewer }) => ({ subjectId: viewer.personId }),
    describe: async (_db, bookings) =>
      new Map(
        bookings.map(({ id }) => [
          id,
          { title: '午餐', placeName: '示范食堂', summary: null, childName: null, code: null, queueId: null },
        ]),
      ),
    onOffered: tell('offered'),
    onAccepted: tell('accepted'),
    onExpired: tell('expired'),
    onSlotCancelled: tell('cancelled'),
    onMissed: tell('missed'),
  }
  return { handlers, told, broken }
}

/** A slot of 24 November in 绕赛, an hour and a half from `hour` (UTC) on; booked until noon (UTC) of the day before. */
export const addSlot = async (
  { app }: TestServer,
  { capacity, hour = 4, communityId = 'raosai' }: { capacity: number; hour?: number; communityId?: string },
): Promise<SlotAddress> => {
  const id = uuidv7()
  await insertMissingSlots(app.context.db, [
    {
      community_id: communityId,
      id,
      service: 'canteen',
      resource_id: `canteen-${id}`,
      kind: 'lunch',
      service_on: '2026-11-24',
      starts_at: `2026-11-24T0${hour}:00:00.000Z`,
      ends_at: `2026-11-24T0${hour + 1}:30:00.000Z`,
      cutoff_at: SLOT_CUTOFF,
      capacity,
    },
  ])
  return { communityId, slotId: id }
}
export const SLOT_CUTOFF = '2026-11-23T12:00:00.000Z'

/** Open on weekdays, as long as a test says nothing else. */
export const WEEKDAYS: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: [],
  makeUpWorkdays: [],
  opensAt: 480,
  closesAt: 1140,
}
