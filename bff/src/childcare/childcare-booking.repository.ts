import type { AbsenceReason, PickUpWay } from '@little-bench/shared/childcare/sessions'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ChildcareBooking } from '../platform/db/tables.generated.ts'

type Db = DbOf<'childcare_booking'>
export type ChildcareRow = Selectable<ChildcareBooking>

export interface BookingAddress {
  communityId: string
  bookingId: string
}

/** A booking that was held has its row once it is booked; one that waited has it already. */
export const insertChildcareBooking = async (trx: Trx, row: Insertable<ChildcareBooking>): Promise<void> => {
  await tables<'childcare_booking'>(trx)
    .insertInto('childcare_booking')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'id']).doUpdateSet(({ ref }) => ({ sealed_note: ref('excluded.sealed_note') })),
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

/** False when the child is not there, or was fetched already. */
export const setPickUp = async (
  trx: Trx,
  address: BookingAddress,
  { at, pickUpId, way }: { at: Date; pickUpId: string | null; way: PickUpWay },
): Promise<boolean> => {
  const { numUpdatedRows } = await one(trx, address)
    // Nobody is handed over before they came, whatever the clock of a tablet says.
    .set({
      picked_up_at: sql`greatest(arrived_at, ${at.toISOString()}::timestamptz)`,
      pick_up_id: pickUpId,
      pick_up_way: way,
    })
    .where('arrived_at', 'is not', null)
    .where('picked_up_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when the child was not fetched. */
export const clearPickUp = async (trx: Trx, address: BookingAddress): Promise<boolean> => {
  const { numUpdatedRows } = await one(trx, address)
    .set({ picked_up_at: null, pick_up_id: null, pick_up_way: null })
    .where('picked_up_at', 'is not', null)
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

/** Whether a child came and nobody has fetched it. */
export const isChildHere = async (db: Db, communityId: string, childId: string): Promise<boolean> => {
  const found = await tables(db)
    .selectFrom('childcare_booking')
    .select('id')
    .where('community_id', '=', communityId)
    .where('child_id', '=', childId)
    .where('arrived_at', 'is not', null)
    .where('picked_up_at', 'is', null)
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
