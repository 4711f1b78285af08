import { type Kysely, sql } from 'kysely'

/** Everybody's bookings in one list, and the secret address at which a calendar programme finds them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index booking_of_person_by_time on booking (person_id, lower(during), id)`.execute(db)
  await sql`
    create table calendar_feed (
      person_id uuid primary key references person (id),
      token_hash text not null unique,
      created_at timestamptz not null
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table calendar_feed`.execute(db)
  await sql`drop index booking_of_person_by_time`.execute(db)
}
