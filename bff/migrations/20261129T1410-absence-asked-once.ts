import { type Kysely, sql } from 'kysely'

/** Somebody is asked after once for a meal, also when its check-in is taken back and it is missed again. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table meal_order add column absence_asked_at timestamptz`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table meal_order drop column absence_asked_at`.execute(db)
}
