import { type BookingState, LIVE_STATES, SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import { sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotAddress } from './slot.repository.ts'

type Db = DbOf<'booking'>

const oneOf = (states: readonly BookingState[]) => sql<BookingState>`any(${sql.val([...states])}::text[])`

const bookings = (db: Db, communityId: string) =>
  tables(db).selectFrom('booking').selectAll().where('community_id', '=', communityId)

/** All bookings of these slots that are in one of these states, whoever asked first before the others. */
export const listBookingsOfSlots = (
  db: Db,
  communityId: string,
  slotIds: readonly string[],
  states: readonly BookingState[],
): Promise<BookingRow[]> =>
  bookings(db, communityId)
    .where('slot_id', '=', sql<string>`any(${sql.val([...slotIds])}::uuid[])`)
    .where('state', '=', oneOf(states))
    .orderBy('id')
    .execute()

/** What somebody, or a child, has of these slots: one live booking of each at most. */
export const listLiveBookingsOf = (
  db: Db,
  communityId: string,
  slotIds: readonly string[],
  subjectIds: readonly string[],
): Promise<BookingRow[]> =>
  bookings(db, communityId)
    .where('slot_id', '=', sql<string>`any(${sql.val([...slotIds])}::uuid[])`)
    .where('subject_id', '=', sql<string>`any(${sql.val([...subjectIds])}::uuid[])`)
    .where('state', '=', oneOf(LIVE_STATES))
    .execute()

/** The live booking of a slot, held against anybody who moves it; undefined when there is none. */
export const findLiveBooking = (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  subjectId: string,
): Promise<BookingRow | undefined> =>
  bookings(trx, communityId)
    .where('slot_id', '=', slotId)
    .where('subject_id', '=', subjectId)
    .where('state', '=', oneOf(LIVE_STATES))
    .executeTakeFirst()

/** How many wait for a seat, by slot; a slot for which nobody waits is left out. */
export const countWaiting = async (
  db: Db,
  communityId: string,
  slotIds: readonly string[],
): Promise<Map<string, number>> => {
  const rows = await tables(db)
    .selectFrom('booking')
    .select('slot_id as slotId')
    .select(({ fn }) => fn.countAll<string>().as('waiting'))
    .where('community_id', '=', communityId)
    .where('slot_id', '=', sql<string>`any(${sql.val([...slotIds])}::uuid[])`)
    .where('state', '=', 'waitlisted')
    .groupBy('slot_id')
    .execute()
  return new Map(rows.map(({ slotId, waiting }) => [slotId, Number(waiting)]))
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
