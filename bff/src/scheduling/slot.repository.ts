import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import { prepared, type Slot } from '../platform/db/prepared.ts'
import type { DB, Slot as SlotTable } from '../platform/db/tables.generated.ts'

type Db = DbOf<'slot'>
export type SlotRow = Selectable<SlotTable>

/** Which slot: every key of the database begins with the community. */
export interface SlotAddress {
  communityId: string
  slotId: string
}

/** Adds those that are not there yet; a slot that is there stays as it is. */
export const insertMissingSlots = async (db: Db, slots: readonly Insertable<SlotTable>[]): Promise<void> => {
  if (slots.length === 0) return
  await tables(db)
    .insertInto('slot')
    .values([...slots])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findSlotById = (db: Db, { communityId, slotId }: SlotAddress): Promise<SlotRow | undefined> =>
  tables(db)
    .selectFrom('slot')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', slotId)
    .executeTakeFirst()

/** By id. */
export const listSlotsByIds = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SlotRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('slot')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...new Set(ids)])}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Slots of some days, in the order in which they begin. */
export const listSlots = (
  db: Db,
  communityId: string,
  resourceIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<SlotRow[]> => slotsOf(db, { communityId, resourceIds: [...resourceIds], from, to })

const slotsOf = prepared((db: Kysely<Pick<DB, 'slot'>>, value: Slot<'communityId' | 'resourceIds' | 'from' | 'to'>) =>
  db
    .selectFrom('slot')
    .selectAll()
    .where('community_id', '=', value('communityId'))
    .where('resource_id', '=', sql<string>`any(${value('resourceIds')}::text[])`)
    .where('service_on', '>=', value('from'))
    .where('service_on', '<=', value('to'))
    .orderBy('starts_at')
    .orderBy('id'),
)

/** Holds a slot until the transaction ends: whoever gives up a seat and whoever wants it come one after the other. */
export const lockSlotById = (trx: Trx, { communityId, slotId }: SlotAddress): Promise<SlotRow | undefined> =>
  tables<'slot'>(trx)
    .selectFrom('slot')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', slotId)
    .forUpdate()
    .executeTakeFirst()

/** One seat less is taken. */
export const freeSeat = (trx: Trx, { communityId, slotId }: SlotAddress): Promise<SlotRow> =>
  tables<'slot'>(trx)
    .updateTable('slot')
    .set({ booked: sql`booked - 1` })
    .where('community_id', '=', communityId)
    .where('id', '=', slotId)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Undefined when more seats are taken than there would be. */
export const setCapacity = (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  capacity: number,
): Promise<SlotRow | undefined> =>
  tables<'slot'>(trx)
    .updateTable('slot')
    .set({ capacity })
    .where('community_id', '=', communityId)
    .where('id', '=', slotId)
    .where('booked', '<=', capacity)
    .returningAll()
    .executeTakeFirst()

/** Whether it can be booked; the slot is locked. */
export const setOpen = (trx: Trx, { communityId, slotId }: SlotAddress, isOpen: boolean): Promise<SlotRow> =>
  tables<'slot'>(trx)
    .updateTable('slot')
    .set({ is_open: isOpen })
    .where('community_id', '=', communityId)
    .where('id', '=', slotId)
    .returningAll()
    .executeTakeFirstOrThrow()
