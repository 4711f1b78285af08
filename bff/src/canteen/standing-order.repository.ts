import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { StandingOrder, StandingOrderRun } from '../platform/db/tables.generated.ts'
import type { SlotRow } from '../scheduling/index.ts'

type Db = DbOf<'standing_order'>
export type StandingRow = Selectable<StandingOrder>

/** One for a person, canteen and sitting. */
export interface StandingKey {
  communityId: string
  canteenId: string
  sitting: StandingRow['sitting']
  personId: string
}

const byKey = (db: Db, { communityId, canteenId, sitting, personId }: StandingKey) =>
  tables(db)
    .selectFrom('standing_order')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('canteen_id', '=', canteenId)
    .where('sitting', '=', sql.lit(sitting))
    .where('person_id', '=', personId)

export const lockStandingOrder = (trx: Trx, key: StandingKey): Promise<StandingRow | undefined> =>
  byKey(trx, key).forUpdate().executeTakeFirst()

export const findStandingOrder = (db: Db, key: StandingKey): Promise<StandingRow | undefined> =>
  byKey(db, key).executeTakeFirst()

export const listStandingOrdersOf = (db: Db, communityId: string, personId: string): Promise<StandingRow[]> =>
  tables(db)
    .selectFrom('standing_order')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()

/** Saved again it is the same order with other wishes, so that no day is ordered twice. */
export const upsertStandingOrder = async (trx: Trx, order: Insertable<StandingOrder>): Promise<void> => {
  const {
    community_id: _community,
    id: _id,
    person_id: _person,
    canteen_id: _canteen,
    sitting: _sitting,
    ...rest
  } = order
  await tables<'standing_order'>(trx)
    .insertInto('standing_order')
    .values(order)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'canteen_id', 'sitting', 'person_id']).doUpdateSet(rest),
    )
    .execute()
}

export const deleteStandingOrder = async (
  trx: Trx,
  { communityId, canteenId, sitting, personId }: StandingKey,
): Promise<boolean> => {
  const { numDeletedRows } = await tables<'standing_order'>(trx)
    .deleteFrom('standing_order')
    .where('community_id', '=', communityId)
    .where('canteen_id', '=', canteenId)
    .where('sitting', '=', sitting)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A standing order and a sitting that it is for. */
export interface DueStandingOrder extends StandingRow {
  slot_id: string
}

/** What is to be ordered for these sittings: where a menu is written, and not tried before. */
export const listDueStandingOrders = async (
  db: DbOf<'standing_order' | 'standing_order_run' | 'menu_dish'>,
  slots: readonly SlotRow[],
): Promise<DueStandingOrder[]> => {
  const column = (of: (slot: SlotRow) => string) => sql.val(slots.map(of))
  const { rows } = await sql<DueStandingOrder>`
    select standing_order.*, due.slot_id from unnest(
      ${column((slot) => slot.community_id)}::text[], ${column((slot) => slot.id)}::uuid[],
      ${column((slot) => slot.resource_id)}::text[], ${column((slot) => slot.kind)}::text[],
      ${column((slot) => slot.service_on)}::date[]) as due (community_id, slot_id, canteen_id, sitting, service_on)
    join standing_order using (community_id, canteen_id, sitting)
    where extract(dow from due.service_on)::int = any(weekdays)
      and (until_on is null or until_on >= due.service_on)
      and exists (select from menu_dish
        where menu_dish.community_id = due.community_id and menu_dish.slot_id = due.slot_id)
      and not exists (select from standing_order_run run
        where run.community_id = due.community_id and run.standing_order_id = standing_order.id
          and run.slot_id = due.slot_id)
    order by standing_order.id`.execute(tables(db))
  return rows
}

/** False when it was tried already, here or in another process. */
export const insertRun = async (trx: Trx, run: Insertable<StandingOrderRun>): Promise<boolean> => {
  const inserted = await tables<'standing_order_run'>(trx)
    .insertInto('standing_order_run')
    .values(run)
    .onConflict((conflict) => conflict.doNothing())
    .returning('slot_id')
    .executeTakeFirst()
  return inserted !== undefined
}
