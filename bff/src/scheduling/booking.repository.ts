import { AppError } from '@little-bench/shared/kernel/errors'
import {
  type BookingAct,
  type BookingState,
  LIVE_STATES,
  SEATED_STATES,
} from '@little-bench/shared/scheduling/bookings'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { violates } from '../platform/db/constraint.ts'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { Booking } from '../platform/db/tables.generated.ts'
import type { SlotAddress, SlotRow } from './slot.repository.ts'

type Db = DbOf<'booking'>
export type BookingRow = Selectable<Booking>

/** Who is to have a seat, in whose account, and when it was asked for. */
export interface NewBooking {
  id: string
  /** Whoever eats, plays or learns: the person, or a child of theirs. */
  subjectId: string
  personId: string
  /** Who asked for it in their name; null when they did themselves, or a standing order did. */
  filedById: string | null
}

const REFUSALS = { booking_once: 'already_booked', booking_apart: 'booking_overlaps' } as const

/** What the database's own guards say, as the person is told it. */
const sayWhy = (error: unknown): never => {
  for (const [constraint, code] of Object.entries(REFUSALS)) if (violates(error, constraint)) throw new AppError(code)
  throw error
}

/**
 * Takes a seat and books it in one statement; undefined when there was none to take. The count and the booking are
 * together or not at all, for residents and staff alike.
 */
export const insertSeatedBooking = async (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  { id, subjectId, personId, filedById }: NewBooking,
  { state, expiresAt, now }: { state: 'held' | 'booked'; expiresAt: Date | null; now: Date },
): Promise<SlotRow | undefined> => {
  const at = now.toISOString()
  // Whoever fills in the rest for too long has no seat after the cut-off that nobody else could have.
  const holdUntil = expiresAt === null ? sql`null` : sql`least(${expiresAt.toISOString()}::timestamptz, cutoff_at)`
  const { rows } = await sql<SlotRow>`
    with seat as (
      update slot set booked = booked + 1
      where community_id = ${communityId} and id = ${slotId}
        and is_open and cutoff_at > ${at}::timestamptz and booked < capacity
        and not exists (
          select from booking where community_id = ${communityId} and slot_id = ${slotId}
            and subject_id = ${subjectId} and state = any(${sql.val([...LIVE_STATES])}::text[]))
      returning *
    ), inserted as (
      insert into booking (community_id, id, slot_id, subject_id, person_id, filed_by_id, state, during, held_at, expires_at,
        created_at)
      select community_id, ${id}::uuid, id, ${subjectId}::uuid, ${personId}::uuid, ${filedById}::uuid, ${state}, tstzrange(starts_at, ends_at),
        ${expiresAt === null ? null : at}::timestamptz, ${holdUntil}, ${at}::timestamptz
      from seat
    )
    select * from seat`
    .execute(tables<'slot' | 'booking'>(trx))
    .catch(sayWhy)
  return rows[0]
}

/** Somebody waits; the slot is locked, and full. */
export const insertWaitingBooking = async (
  trx: Trx,
  slot: SlotRow,
  { id, subjectId, personId, filedById }: NewBooking,
  { reason, now }: { reason: WaitlistReason; now: Date },
): Promise<void> => {
  await tables<'booking'>(trx)
    .insertInto('booking')
    .values({
      community_id: slot.community_id,
      id,
      slot_id: slot.id,
      subject_id: subjectId,
      person_id: personId,
      filed_by_id: filedById,
      state: 'waitlisted',
      during: sql`tstzrange(${slot.starts_at}::timestamptz, ${slot.ends_at}::timestamptz)`,
      waitlist_reason: reason,
      // Whoever still waits at the cut-off waits in vain, and is told.
      expires_at: slot.cutoff_at,
      created_at: now.toISOString(),
    })
    .execute()
    .catch(sayWhy)
}

export const findBookingById = (db: Db, communityId: string, id: string): Promise<BookingRow | undefined> =>
  tables(db)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether somebody has a seat of this slot or waits for one. */
export const hasLiveBooking = async (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  subjectId: string,
): Promise<boolean> => {
  const found = await tables<'booking'>(trx)
    .selectFrom('booking')
    .select('id')
    .where('community_id', '=', communityId)
    .where('slot_id', '=', slotId)
    .where('subject_id', '=', subjectId)
    .where('state', '=', sql<BookingState>`any(${sql.val([...LIVE_STATES])}::text[])`)
    .executeTakeFirst()
  return found !== undefined
}

export const listWaitingBookings = (
  db: Db,
  { communityId, slotId }: SlotAddress,
): Promise<{ id: string; reason: WaitlistReason; personId: string }[]> =>
  tables(db)
    .selectFrom('booking')
    .select(['id', 'person_id as personId'])
    .select(sql<WaitlistReason>`waitlist_reason`.as('reason'))
    .where('community_id', '=', communityId)
    .where('slot_id', '=', slotId)
    .where('state', '=', 'waitlisted')
    .execute()

/**
 * Moves a booking from one state to another; undefined when it was in another meanwhile. `expiresAt` is until when a seat is
 * kept, or somebody waits.
 */
export const moveBooking = (
  trx: Trx,
  { communityId, id }: { communityId: string; id: string },
  change: { from: BookingState; to: BookingState; expiresAt: Date | null },
): Promise<BookingRow | undefined> =>
  tables<'booking'>(trx)
    .updateTable('booking')
    .set({ state: change.to, expires_at: change.expiresAt?.toISOString() ?? null })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('state', '=', change.from)
    .returningAll()
    .executeTakeFirst()

/**
 * Gives a free seat of a locked slot to somebody who waits; undefined when they have another seat at that time, which no
 * seat of this slot can be added to.
 */
export const offerSeat = async (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  bookingId: string,
  expiresAt: Date,
): Promise<SlotRow | undefined> => {
  const { rows } = await sql<SlotRow>`
    with offered as (
      update booking set state = 'offered', expires_at = ${expiresAt.toISOString()}::timestamptz
      where community_id = ${communityId} and id = ${bookingId} and state = 'waitlisted'
        and not exists (
          select from booking other
          where other.community_id = booking.community_id and other.subject_id = booking.subject_id
            and other.during && booking.during and other.state = any(${sql.val([...SEATED_STATES])}::text[]))
      returning slot_id
    )
    update slot set booked = booked + 1 from offered
    where slot.community_id = ${communityId} and slot.id = ${slotId} and slot.id = offered.slot_id
    returning slot.*`.execute(tables<'slot' | 'booking'>(trx))
  return rows[0]
}

/** One line of a booking's history; nothing ever changes or removes it. `actorId` is null for what a time did. */
export const insertBookingEvent = async (
  trx: Trx,
  { communityId, id }: { communityId: string; id: string },
  { move, actorId, now }: { move: BookingAct; actorId: string | null; now: Date },
): Promise<void> => {
  await tables<'booking_event'>(trx)
    .insertInto('booking_event')
    .values({
      community_id: communityId,
      id: uuidv7(),
      booking_id: id,
      move,
      actor_id: actorId,
      created_at: now.toISOString(),
    })
    .execute()
}
