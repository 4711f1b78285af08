import { type BookingState, OPEN_BOOKING_STATES } from '@little-bench/shared/scheduling/bookings'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotRow } from './slot.repository.ts'

type Db = DbOf<'booking' | 'slot'>

/** Who came has all of it: a meal is handed over once, while a child who arrived is still to be fetched. */
const OVER_ON_ARRIVAL: readonly SlotService[] = ['canteen']

/** A service of a person whose bookings somebody may read. */
export interface ReadableService {
  personId: string
  service: SlotService
}

export type BookingWithSlot = BookingRow &
  Pick<SlotRow, 'service' | 'service_on' | 'starts_at' | 'ends_at' | 'cutoff_at'>

const withSlot = (db: Db) =>
  tables(db)
    .selectFrom('booking')
    .innerJoin('slot', (join) =>
      join.onRef('slot.community_id', '=', 'booking.community_id').onRef('slot.id', '=', 'booking.slot_id'),
    )
    .selectAll('booking')
    .select(['slot.service', 'slot.service_on', 'slot.starts_at', 'slot.ends_at', 'slot.cutoff_at'])

export const findBookingWithSlot = (
  db: Db,
  { communityId, bookingId }: { communityId: string; bookingId: string },
): Promise<BookingWithSlot | undefined> =>
  withSlot(db).where('booking.community_id', '=', communityId).where('booking.id', '=', bookingId).executeTakeFirst()

interface PageOfBookings {
  /** `coming`: whatever may still happen, the next first; `past`: what is over or given up, the newest first. */
  when: 'coming' | 'past'
  now: Date
  after: { at: string; id: string } | undefined
  limit: number
}

/** Bookings of some services of some people, and one more than asked for. */
export const listReadableBookings = (
  db: Db,
  readable: readonly ReadableService[],
  { when, now, after, limit }: PageOfBookings,
): Promise<BookingWithSlot[]> => {
  const isComing = sql<boolean>`(upper(booking.during) > ${now.toISOString()}::timestamptz
    and (booking.state = any(${sql.val([...OPEN_BOOKING_STATES])}::text[])
      or (booking.state = 'served' and slot.service <> all(${sql.val([...OVER_ON_ARRIVAL])}::text[]))))`
  const position = after && sql`(${after.at}::timestamptz, ${after.id}::uuid)`
  const startsAt = sql`lower(booking.during)`
  return withSlot(db)
    .where('booking.person_id', '=', sql<string>`any(${sql.val(readable.map(({ personId }) => personId))}::uuid[])`)
    .where(
      sql<boolean>`(booking.person_id, slot.service) in (
        select * from unnest(${sql.val(readable.map(({ personId }) => personId))}::uuid[],
          ${sql.val(readable.map(({ service }) => service))}::text[]))`,
    )
    .where(when === 'coming' ? isComing : sql<boolean>`not ${isComing}`)
    .$if(position !== undefined && when === 'coming', (query) =>
      query.where(sql<boolean>`(${startsAt}, booking.id) > ${position}`),
    )
    .$if(position !== undefined && when === 'past', (query) =>
      query.where(sql<boolean>`(${startsAt}, booking.id) < ${position}`),
    )
    .orderBy(startsAt, when === 'coming' ? 'asc' : 'desc')
    .orderBy('booking.id', when === 'coming' ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
}

/** Who waits for the slots, by slot id: what a place on a waitlist is counted from. */
export const listWaitingOfSlots = async (
  db: DbOf<'booking'>,
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; reason: WaitlistReason }[]>> => {
  const waiting = new Map<string, { id: string; reason: WaitlistReason }[]>()
  if (slotIds.length === 0) return waiting
  const rows = await tables(db)
    .selectFrom('booking')
    .select(['slot_id', 'id'])
    .select(sql<WaitlistReason>`waitlist_reason`.as('reason'))
    .where('slot_id', '=', sql<string>`any(${sql.val([...slotIds])}::uuid[])`)
    .where('state', '=', sql<BookingState>`'waitlisted'`)
    .execute()
  for (const { slot_id: slotId, ...one } of rows) waiting.set(slotId, [...(waiting.get(slotId) ?? []), one])
  return waiting
}

/** Seats somebody has for sure, of the time to come, the next first: what their own calendar shows. */
export const listSeatsOfPerson = (
  db: Db,
  personId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<BookingWithSlot[]> =>
  withSlot(db)
    .where('booking.person_id', '=', personId)
    .where('booking.state', '=', sql<BookingState>`'booked'`)
    .where(sql<boolean>`upper(booking.during) > ${now.toISOString()}::timestamptz`)
    .orderBy(sql`lower(booking.during)`)
    .orderBy('booking.id')
    .limit(limit)
    .execute()
