import { type Kysely, sql } from 'kysely'

/** For whom and when a visit was planned stays known when it is planned anew: a device without a network tells of it later. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table home_visit_event
      add column planning integer,
      add column visitor_id uuid references person (id),
      add column visit_on date,
      add column from_minute integer,
      add column until_minute integer,
      add constraint home_visit_event_of_planning check (
        (to_state = 'planned') = (planning is not null) and
        (to_state = 'planned') = (visitor_id is not null) and
        (to_state = 'planned') = (visit_on is not null) and
        (to_state = 'planned') = (from_minute is not null) and
        (to_state = 'planned') = (until_minute is not null)
      )`.execute(db)
  await sql`
    create index home_visit_event_of_visitor on home_visit_event (community_id, visit_id, visitor_id)
    where visitor_id is not null`.execute(db)
  // Nobody was home, and later that day somebody was: both are true, and each is so once.
  await sql`drop index home_visit_outcome_that_counts`.execute(db)
  await sql`
    create unique index home_visit_outcome_that_counts
    on home_visit_outcome (community_id, visit_id, planning, (outcome = 'not_at_home'))
    where standing = 'counts'`.execute(db)
  // Why somebody was visited is nobody's to know once the visit is over.
  await sql`alter table home_visit alter column sealed_reasons drop not null`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from home_visit_event where visit_id in (select id from home_visit where sealed_reasons is null)`.execute(
    db,
  )
  await sql`delete from home_visit_outcome where visit_id in (select id from home_visit where sealed_reasons is null)`.execute(
    db,
  )
  await sql`delete from home_visit where sealed_reasons is null`.execute(db)
  await sql`alter table home_visit alter column sealed_reasons set not null`.execute(db)
  await sql`drop index home_visit_outcome_that_counts`.execute(db)
  await sql`
    delete from home_visit_outcome one using home_visit_outcome other
    where one.standing = 'counts' and other.standing = 'counts' and one.id > other.id
      and (one.community_id, one.visit_id, one.planning) = (other.community_id, other.visit_id, other.planning)`.execute(
    db,
  )
  await sql`
    create unique index home_visit_outcome_that_counts on home_visit_outcome (community_id, visit_id, planning)
    where standing = 'counts'`.execute(db)
  await sql`drop index home_visit_event_of_visitor`.execute(db)
  await sql`
    alter table home_visit_event
      drop constraint home_visit_event_of_planning,
      drop column planning, drop column visitor_id, drop column visit_on, drop column from_minute, drop column until_minute`.execute(
    db,
  )
}
