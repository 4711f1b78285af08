import { type Kysely, sql } from 'kysely'

const REASONS = ['our_mistake', 'volunteer_meal', 'community_pays', 'other']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** Why a meal is free is one of a few words: what staff wrote of somebody stood there for everybody to read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`update meal_order set payment_reason = 'other' where payment_reason is not null`.execute(db)
  await sql`
    alter table meal_order add constraint meal_order_payment_reason_check
    check (payment_reason in (${listed(REASONS)}))`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table meal_order drop constraint meal_order_payment_reason_check`.execute(db)
}
