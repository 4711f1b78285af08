import { type Kysely, sql } from 'kysely'

/** 居民说事, and the inbox that is complete whether or not WeChat delivers anything. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table issue (
      community_id text not null,
      id uuid not null,
      work_item_id uuid not null,
      reporter_id uuid not null references person (id),
      service_code text not null,
      description text not null,
      place_id text,
      lat double precision,
      lng double precision,
      visibility text not null check (visibility in ('private', 'public')),
      withdrawn_at timestamptz,
      created_at timestamptz not null,
      primary key (community_id, id),
      unique (community_id, work_item_id),
      check (place_id is not null or (lat is not null and lng is not null))
    )`.execute(db)
  await sql`
    create index issue_public on issue (community_id, id desc)
    where visibility = 'public' and withdrawn_at is null`.execute(db)

  await sql`
    create table inbox_message (
      id uuid primary key,
      person_id uuid not null references person (id),
      community_id text not null,
      kind text not null check (kind in ('receipt', 'accepted', 'resolved', 'closed', 'returned_to_queue')),
      work_item_id uuid,
      subject_id uuid,
      -- What fills the placeholders of the notice: labels, numbers and dates, never a person's free text.
      details jsonb not null,
      -- The job's own id: a job that runs twice writes once.
      job_id uuid not null unique,
      created_at timestamptz not null,
      read_at timestamptz
    )`.execute(db)
  await sql`create index inbox_message_by_person on inbox_message (person_id, id desc)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ['inbox_message', 'issue']) {
    await sql`drop table ${sql.table(table)}`.execute(db)
  }
}
