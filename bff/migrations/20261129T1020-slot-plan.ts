import { type Kysely, sql } from 'kysely'

/** By which plan a slot stands as it does, and what finds the bookings that are over. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Null for a slot that somebody added by hand: no plan ever changes it.
  await sql`alter table slot add column planned_as text`.execute(db)
  await sql`create index slot_by_day on slot (community_id, service, service_on)`.execute(db)
  await sql`create index booking_waiting on booking (community_id, slot_id) where state = 'waitlisted'`.execute(db)
  await sql`create index booking_over on booking (upper(during)) where state = 'booked'`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop index booking_over, booking_waiting`.execute(db)
  await sql`drop index slot_by_day`.execute(db)
  await sql`alter table slot drop column planned_as`.execute(db)
}
