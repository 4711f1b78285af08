import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { MealOrder } from '../platform/db/tables.generated.ts'
import type { SlotAddress } from '../scheduling/index.ts'

type Db = DbOf<'meal_order'>
export type OrderRow = Selectable<MealOrder>

/** Which order: its id is the booking's. */
export interface OrderAddress {
  communityId: string
  orderId: string
}

/** False when another order of that day has the code. */
export const insertOrder = async (trx: Trx, order: Insertable<MealOrder>): Promise<boolean> => {
  const inserted = await tables<'meal_order'>(trx)
    .insertInto('meal_order')
    .values(order)
    .onConflict((conflict) => conflict.columns(['community_id', 'service_on', 'pick_up_code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const updateOrder = async (
  trx: Trx,
  { communityId, orderId }: OrderAddress,
  change: Updateable<MealOrder>,
): Promise<void> => {
  await tables<'meal_order'>(trx)
    .updateTable('meal_order')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', orderId)
    .execute()
}

/** False when somebody was asked after for this meal before. */
export const markAsked = async (trx: Trx, { communityId, orderId }: OrderAddress, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tables<'meal_order'>(trx)
    .updateTable('meal_order')
    .set({ absence_asked_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', orderId)
    .where('absence_asked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const findOrderById = (db: Db, { communityId, orderId }: OrderAddress): Promise<OrderRow | undefined> =>
  tables(db)
    .selectFrom('meal_order')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', orderId)
    .executeTakeFirst()

export const listOrdersByIds = async (db: Db, communityId: string, ids: readonly string[]): Promise<OrderRow[]> =>
  ids.length === 0
    ? []
    : tables(db)
        .selectFrom('meal_order')
        .selectAll()
        .where('community_id', '=', communityId)
        .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
        .execute()

/** All that were made for a sitting, wishes among them, in the order in which they were made. */
export const listOrdersOfSlot = (db: Db, { communityId, slotId }: SlotAddress): Promise<OrderRow[]> =>
  tables(db)
    .selectFrom('meal_order')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('slot_id', '=', slotId)
    .orderBy('id')
    .execute()

/** What was ordered with this code in a community, whichever day and canteen: the nearest day to `on` first. */
export const listOrdersByCode = (db: Db, communityId: string, code: string, on: string): Promise<OrderRow[]> =>
  tables(db)
    .selectFrom('meal_order')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('pick_up_code', '=', code)
    .orderBy(sql`abs(service_on - ${on}::date)`)
    .limit(5)
    .execute()
