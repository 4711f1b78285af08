import { type BookingState, OPEN_BOOKING_STATES, SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import { sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotAddress } from './slot.repository.ts'

type Db = DbOf<'booking'>

const within = (states: readonly BookingState[]) => sql<BookingState>`any(${sql.val([...states])}::text[])`

/** Slots in which a seat has been kept long enough, the longest first. */
export const listSlotsToExpire = (db: Db, now: Date, limit: number): Promise<SlotAddress[]> =>
  tables(db)
    .selectFrom('booking')
    .select(['community_id as communityId', 'slot_id as slotId'])
    .where('expires_at', '<=', now.toISOString())
    .groupBy(['community_id', 'slot_id'])
    .orderBy(({ fn }) => fn.min('expires_at'))
    .limit(limit)
    .execute()

/** Those of one slot whose seat has been kept long enough. */
export const listExpiredBookings = (trx: Trx, { communityId, slotId }: SlotAddress, now: Date): Promise<BookingRow[]> =>
  tables<'booking'>(trx)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('slot_id', '=', slotId)
    .where('expires_at', '<=', now.toISOString())
    .orderBy('id')
    .execute()

/**
 * Slots that have a free seat and somebody who waits and could take it: a seat that kept them out at that time is theirs
 * no longer.
 */
export const listSlotsToOffer = async (
  db: DbOf<'booking' | 'slot'>,
  now: Date,
  limit: number,
): Promise<SlotAddress[]> => {
  const { rows } = await sql<SlotAddress>`
    select distinct slot.community_id as "communityId", slot.id as "slotId", slot.cutoff_at
    from booking waiting
    join slot on slot.community_id = waiting.community_id and slot.id = waiting.slot_id
    where waiting.state = 'waitlisted' and waiting.expires_at > ${now.toISOString()}::timestamptz
      and slot.is_open and slot.booked < slot.capacity and slot.cutoff_at > ${now.toISOString()}::timestamptz
      and not exists (
        select from booking other
        where other.community_id = waiting.community_id and other.subject_id = waiting.subject_id
          and other.during && waiting.during and other.state = any(${sql.val([...SEATED_STATES])}::text[]))
    order by slot.cutoff_at, slot.id limit ${limit}`.execute(tables(db))
  return rows
}

/** Slots that were over at that instant and have somebody of whom nobody knows whether they came, the longest over first. */
export const listSlotsToEnd = (db: Db, over: Date, limit: number): Promise<SlotAddress[]> =>
  tables(db)
    .selectFrom('booking')
    .select(['community_id as communityId', 'slot_id as slotId'])
    .where('state', '=', sql.lit('booked' as const))
    .where(sql<boolean>`upper(during) <= ${over.toISOString()}::timestamptz`)
    .groupBy(['community_id', 'slot_id'])
    .orderBy(sql`min(upper(during))`)
    .limit(limit)
    .execute()

const listIn = (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  states: readonly BookingState[],
): Promise<BookingRow[]> =>
  tables<'booking'>(trx)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('slot_id', '=', slotId)
    .where('state', '=', within(states))
    .orderBy('id')
    .execute()

/** Who had a seat of a locked slot and was not ticked off. */
export const listMissedBookings = (trx: Trx, address: SlotAddress): Promise<BookingRow[]> =>
  listIn(trx, address, ['booked'])

/** Whoever has a seat of a locked slot or waits for one, and has not been there. */
export const listOpenBookings = (trx: Trx, address: SlotAddress): Promise<BookingRow[]> =>
  listIn(trx, address, OPEN_BOOKING_STATES)
