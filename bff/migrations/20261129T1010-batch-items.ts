import { type Kysely, sql } from 'kysely'

const SERVICES = ['canteen', 'childcare', 'activities']

/** One work item for many bookings: it is everybody's who booked, and so nobody's in particular. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table work_item
      alter column requester_id drop not null,
      add constraint work_item_filed_for_somebody check (requester_id is not null or filed_by_id is null)`.execute(db)
  await sql`
    create table slot_batch (
      community_id text not null,
      id uuid not null,
      service text not null check (service in (${sql.join(SERVICES.map((word) => sql.lit(word)))})),
      service_code text not null,
      resource_id text not null,
      kind text not null,
      service_on date not null,
      work_item_id uuid not null,
      due_at timestamptz not null,
      finished_at timestamptz,
      primary key (community_id, id),
      unique (community_id, service_code, resource_id, kind, service_on),
      -- Whoever is first makes both: the row, for which all others wait, and then its item.
      foreign key (community_id, work_item_id) references work_item (community_id, id) deferrable initially deferred
    )`.execute(db)
  await sql`create index slot_batch_unfinished on slot_batch (due_at) where finished_at is null`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table slot_batch`.execute(db)
  await sql`
    alter table work_item
      drop constraint work_item_filed_for_somebody,
      alter column requester_id set not null`.execute(db)
}
