import { type Kysely, sql } from 'kysely'

/** Who put somebody down in their name is told what became of it, as long as they may look at it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table booking add column filed_by_id uuid references person (id)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table booking drop column filed_by_id`.execute(db)
}
