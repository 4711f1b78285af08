import type { Insertable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { MealSubsidy } from '../platform/db/tables.generated.ts'

type Db = DbOf<'meal_subsidy'>
type SubsidyKey = Pick<Insertable<MealSubsidy>, 'community_id' | 'person_id' | 'service_on' | 'sitting'>

/** False when the person has another subsidised meal of that sitting; whoever is at it just now is waited for. */
export const claimSubsidy = async (trx: Trx, subsidy: Insertable<MealSubsidy>): Promise<boolean> => {
  const claimed = await tables<'meal_subsidy'>(trx)
    .insertInto('meal_subsidy')
    .values(subsidy)
    .onConflict((conflict) => conflict.doNothing())
    .returning('order_id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Whether the person has a subsidised meal of that sitting. */
export const hasSubsidy = async (db: Db, key: SubsidyKey): Promise<boolean> => {
  const found = await tables(db)
    .selectFrom('meal_subsidy')
    .select('order_id')
    .where('community_id', '=', key.community_id)
    .where('person_id', '=', key.person_id)
    .where('service_on', '=', key.service_on)
    .where('sitting', '=', key.sitting)
    .executeTakeFirst()
  return found !== undefined
}

/** The meal is not eaten: another one of that sitting can be subsidised. */
export const deleteSubsidy = async (trx: Trx, communityId: string, orderId: string): Promise<void> => {
  await tables<'meal_subsidy'>(trx)
    .deleteFrom('meal_subsidy')
    .where('community_id', '=', communityId)
    .where('order_id', '=', orderId)
    .execute()
}
