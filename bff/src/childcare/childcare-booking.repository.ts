import type { AbsenceReason, PickUpWay } from '@little-bench/shared/childcare/sessions'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ChildcareBooking } from '../platform/db/tables.generated.ts'

type Db = DbOf<'childcare_booking'>
export type ChildcareRow = Selectable<ChildcareBooking>

export interface BookingAddress {
  communityId: string
  bookingId: string
}

/**
 * A booking that was held has its row once it is booked; one that waited has it already, with its note unless there is
 * another.
 */
export const insertChildcareBooking = async (trx: Trx, row: Insertable<ChildcareBooking>): Promise<void> => {
  await tables<'childcare_booking'>(trx)
    .insertInto('childcare_booking')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'id']).doUpdateSet(({ fn, ref }) => ({
        sealed_note: fn.coalesce(ref('excluded.sealed_note'), ref('childcare_booking.sealed_note')),
      })),
    )
    .execute()
}

/** By booking id. */
export const listChildcareRows = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChildcareRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('childcare_booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const one = (trx: Trx, { communityId, bookingId }: BookingAddress) =>
  tables<'childcare_booking'>(trx)
    .updateTable('childcare_booking')
    .where('community_id', '=', communityId)
    .where('id', '=', bookingId)

export const setAbsence = async (trx: Trx, address: BookingAddress, absence: AbsenceReason): Promise<void> => {
  await one(trx, address).set({ absence }).execute()
}

/** Whoever comes is not absent; null takes an arrival back. False when the child was fetched already. */
export const setArrival = async (trx: Trx, address: BookingAddress, at: Date | null): Promise<boolean> => {
  const { numUpdatedRows } = await one(trx, address)
    .set({ arrived_at: at?.toISOString() ?? null, absence: null })
    .where('picked_up_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What a child has booked on the day of a booking: one that stays from the morning into the afternoon is fetched once. */
const wholeDay = (trx: Trx, { communityId, bookingId }: BookingAddress) =>
  tables<'booking' | 'slot'>(trx)
    .selectFrom('booking as own')
    .innerJoin('slot as here', (join) =>
      join.onRef('here.community_id', '=', 'own.community_id').onRef('here.id', '=', 'own.slot_id'),
    )
    .innerJoin('booking as one', (join) =>
      join.onRef('one.community_id', '=', 'own.community_id').onRef('one.subject_id', '=', 'own.subject_id'),
    )
    .innerJoin('slot', (join) =>
      join
        .onRef('slot.community_id', '=', 'one.community_id')
        .onRef('slot.id', '=', 'one.slot_id')
        .onRef('slot.service', '=', 'here.service')
        .onRef('slot.service_on', '=', 'here.service_on'),
    )
    .select('one.id')
    .where('own.community_id', '=', communityId)
    .where('own.id', '=', bookingId)

const ofWholeDay = (trx: Trx, address: BookingAddress) =>
  tables<'childcare_booking'>(trx)
    .updateTable('childcare_booking')
    .where('community_id', '=', address.communityId)
    .where('id', 'in', wholeDay(trx, address))

/** Closes every session of the day that it came to. False when the child is not there, or was fetched already. */
export const setPickUp = async (
  trx: Trx,
  address: BookingAddress,
  { at, pickUpId, way }: { at: Date; pickUpId: string | null; way: PickUpWay },
): Promise<boolean> => {
  const fetched = await ofWholeDay(trx, address)
    // Nobody is handed over before they came, whatever the clock of a tablet says.
    .set({
      picked_up_at: sql`greatest(arrived_at, ${at.toISOString()}::timestamptz)`,
      pick_up_id: pickUpId,
      pick_up_way: way,
    })
    .where('arrived_at', 'is not', null)
    .where('picked_up_at', 'is', null)
    .returning('id')
    .execute()
  return fetched.some(({ id }) => id === address.bookingId)
}

/** Takes back what was closed together. False when the child was not fetched. */
export const clearPickUp = async (trx: Trx, address: BookingAddress): Promise<boolean> => {
  const { numUpdatedRows } = await ofWholeDay(trx, address)
    .set({ picked_up_at: null, pick_up_id: null, pick_up_way: null })
    .where('picked_up_at', '=', ({ selectFrom }) =>
      selectFrom('childcare_booking as own')
        .select('own.picked_up_at')
        .where('own.community_id', '=', address.communityId)
        .where('own.id', '=', address.bookingId),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Children who came and were not fetched, and of whom nobody was alarmed yet: those who are there now. */
export const listChildrenHere = (db: Db): Promise<ChildcareRow[]> =>
  tables(db)
    .selectFrom('childcare_booking')
    .selectAll()
    .where('arrived_at', 'is not', null)
    .where('picked_up_at', 'is', null)
    .where('not_picked_up_item_id', 'is', null)
    .orderBy('arrived_at')
    .execute()

/** False when the child was fetched meanwhile, or another process was first. */
export const setNotPickedUp = async (trx: Trx, address: BookingAddress, workItemId: string): Promise<boolean> => {
  const { numUpdatedRows } = await one(trx, address)
    .set({ not_picked_up_item_id: workItemId })
    .where('arrived_at', 'is not', null)
    .where('picked_up_at', 'is', null)
    .where('not_picked_up_item_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a child came today and nobody has fetched it; that nobody wrote it down on another day keeps no child here. */
export const isChildHere = async (
  db: DbOf<'childcare_booking' | 'booking' | 'slot'>,
  communityId: string,
  childId: string,
  today: ServiceDate,
): Promise<boolean> => {
  const found = await tables(db)
    .selectFrom('childcare_booking as row')
    .innerJoin('booking', (join) =>
      join.onRef('booking.community_id', '=', 'row.community_id').onRef('booking.id', '=', 'row.id'),
    )
    .innerJoin('slot', (join) =>
      join.onRef('slot.community_id', '=', 'booking.community_id').onRef('slot.id', '=', 'booking.slot_id'),
    )
    .select('row.id')
    .where('row.community_id', '=', communityId)
    .where('row.child_id', '=', childId)
    .where('row.arrived_at', 'is not', null)
    .where('row.picked_up_at', 'is', null)
    .where('slot.service_on', '=', today)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** What the family wrote about a child goes with it. */
export const eraseNotes = async (trx: Trx, communityId: string, childId: string): Promise<void> => {
  await tables<'childcare_booking'>(trx)
    .updateTable('childcare_booking')
    .set({ sealed_note: null })
    .where('community_id', '=', communityId)
    .where('child_id', '=', childId)
    .execute()
}
