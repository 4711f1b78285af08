import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import { prepared, type Slot } from '../platform/db/prepared.ts'
import type { DB, MenuDish } from '../platform/db/tables.generated.ts'
import type { SlotAddress } from '../scheduling/index.ts'

type Db = DbOf<'menu_dish'>
export type DishRow = Selectable<MenuDish>

/** So many portions of a dish. */
export interface Portions {
  dishId: string
  quantity: number
}

/** The dishes of some sittings in the order of their menus. */
export const listDishes = (db: Db, communityId: string, slotIds: readonly string[]): Promise<DishRow[]> =>
  dishesOf(db, { communityId, slotIds: [...slotIds] })

const dishesOf = prepared((db: Kysely<Pick<DB, 'menu_dish'>>, slot: Slot<'communityId' | 'slotIds'>) =>
  db
    .selectFrom('menu_dish')
    .selectAll()
    .where('community_id', '=', slot('communityId'))
    .where('slot_id', '=', sql<string>`any(${slot('slotIds')}::uuid[])`)
    .orderBy('slot_id')
    .orderBy('position')
    .orderBy('id'),
)

const unnested = (portions: readonly Portions[]) => {
  const ids = sql.val(portions.map(({ dishId }) => dishId))
  const quantities = sql.val(portions.map(({ quantity }) => quantity))
  return sql`unnest(${ids}::uuid[], ${quantities}::int[]) as wanted (dish_id, quantity)`
}

/**
 * Takes portions of a sitting whose slot the transaction holds; fewer rows than were asked for when one is sold out, and
 * then the caller takes nothing.
 */
export const takePortions = async (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  portions: readonly Portions[],
): Promise<DishRow[]> => {
  const { rows } = await sql<DishRow>`
    update menu_dish set ordered = ordered + wanted.quantity from ${unnested(portions)}
    where community_id = ${communityId} and slot_id = ${slotId} and id = wanted.dish_id
      and ordered + wanted.quantity <= portions
    returning menu_dish.*`.execute(tables<'menu_dish'>(trx))
  return rows
}

/** Gives portions back; the transaction holds the slot. */
export const returnPortions = async (
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  portions: readonly Portions[],
): Promise<void> => {
  await sql`
    update menu_dish set ordered = ordered - wanted.quantity from ${unnested(portions)}
    where community_id = ${communityId} and slot_id = ${slotId} and id = wanted.dish_id`.execute(
    tables<'menu_dish'>(trx),
  )
}

export const insertDishes = async (db: Db, dishes: readonly Insertable<MenuDish>[]): Promise<void> => {
  if (dishes.length === 0) return
  await tables(db)
    .insertInto('menu_dish')
    .values([...dishes])
    .execute()
}

type DishChange = Pick<Insertable<MenuDish>, 'name' | 'tags' | 'price_cents' | 'portions' | 'position'>

/** False when more of it is ordered than there would be. */
export const updateDish = async (
  trx: Trx,
  { communityId, id }: { communityId: string; id: string },
  change: DishChange,
): Promise<boolean> => {
  const { numUpdatedRows } = await tables<'menu_dish'>(trx)
    .updateTable('menu_dish')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('ordered', '<=', change.portions)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many were taken off the menu: those that nobody has ordered. */
export const deleteUnorderedDishes = async (trx: Trx, communityId: string, ids: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tables<'menu_dish'>(trx)
    .deleteFrom('menu_dish')
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .where('ordered', '=', 0)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
