import { type Kysely, sql } from 'kysely'

/** What a sign-up has beyond its seat: for which child, and that its guardian agrees. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table activity_sign_up (
      community_id text not null,
      -- The booking of the engine, whose state is the only one.
      id uuid not null,
      -- Null for whoever signed up themselves.
      child_id uuid,
      consent_version text,
      consented_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, id) references booking (community_id, id),
      foreign key (community_id, child_id) references child (community_id, id),
      check ((child_id is null) = (consented_at is null)),
      check ((consent_version is null) = (consented_at is null))
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table activity_sign_up`.execute(db)
}
