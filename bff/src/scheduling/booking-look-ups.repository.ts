import { type BookingState, OPEN_BOOKING_STATES, SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'

type Db = DbOf<'booking'>

const oneOf = (states: readonly BookingState[]) => sql<BookingState>`any(${sql.val([...states])}::text[])`

/** All bookings of these slots that are in one of these states, whoever asked first before the others. */
export const listBookingsOfSlots = async (
  db: Db,
  communityId: string,
  slotIds: readonly string[],
  states: readonly BookingState[],
): Promise<BookingRow[]> => {
  if (slotIds.length === 0) return []
  return tables(db)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('slot_id', '=', sql<string>`any(${sql.val([...slotIds])}::uuid[])`)
    .where('state', '=', oneOf(states))
    .orderBy('id')
    .execute()
}

/** Whether somebody, or a child, waits for a seat or has one whose time is not over. */
export const hasOpenBookings = async (db: Db, communityId: string, subjectId: string, now: Date): Promise<boolean> => {
  const found = await tables(db)
    .selectFrom('booking')
    .select('id')
    .where('community_id', '=', communityId)
    .where('subject_id', '=', subjectId)
    .where('state', '=', oneOf(['waitlisted', ...SEATED_STATES]))
    .where(sql<boolean>`upper(during) > ${now.toISOString()}::timestamptz`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** What somebody has of one service, for themselves or for a child, whose time is not over; the next first. */
export const listOpenBookingsOf = (
  db: DbOf<'booking' | 'slot'>,
  { personId, service }: { personId: string; service: SlotService },
  now: Date,
): Promise<BookingRow[]> =>
  tables(db)
    .selectFrom('booking')
    .innerJoin('slot', (join) =>
      join.onRef('slot.community_id', '=', 'booking.community_id').onRef('slot.id', '=', 'booking.slot_id'),
    )
    .selectAll('booking')
    .where('booking.person_id', '=', personId)
    .where('slot.service', '=', service)
    .where('booking.state', '=', oneOf(OPEN_BOOKING_STATES))
    .where('slot.ends_at', '>', now.toISOString())
    .orderBy('slot.starts_at')
    .orderBy('slot.id')
    .execute()
