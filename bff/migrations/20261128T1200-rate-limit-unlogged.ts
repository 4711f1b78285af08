import { type Kysely, sql } from 'kysely'

/** Every write is counted before it is made: a count that a crash forgets must not make everybody wait for the disk. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table rate_limit set unlogged`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table rate_limit set logged`.execute(db)
}
