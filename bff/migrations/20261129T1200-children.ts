import { type Kysely, sql } from 'kysely'

const RELATIONS = ['parent', 'grandparent', 'sibling', 'relative', 'friend']
const READ_REASONS = ['day_roster', 'handover', 'activity_roster']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** Children under the account of whoever looks after them, who may fetch them, and who read of them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table child (
      community_id text not null,
      id uuid not null,
      guardian_id uuid not null references person (id),
      -- Null once the child was removed: the row stays for what refers to it, without a word.
      sealed_nickname text,
      sealed_born_in text,
      sealed_allergies text,
      consent_version text not null,
      consented_at timestamptz not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      primary key (community_id, id),
      check ((removed_at is null) = (sealed_nickname is not null and sealed_born_in is not null)),
      check (removed_at is null or sealed_allergies is null)
    )`.execute(db)
  await sql`create index child_of on child (community_id, guardian_id, id) where removed_at is null`.execute(db)
  await sql`
    create table child_pick_up (
      community_id text not null,
      id uuid not null,
      child_id uuid not null,
      relation text not null check (relation in (${listed(RELATIONS)})),
      sealed_name text,
      sealed_phone text,
      created_at timestamptz not null,
      -- No longer on the list. The name stays as long as the child's record does: it may say who fetched it once.
      ended_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, child_id) references child (community_id, id),
      check (ended_at is not null or sealed_name is not null)
    )`.execute(db)
  await sql`create index child_pick_up_of on child_pick_up (community_id, child_id, id)`.execute(db)
  // Regulations on the protection of minors in cyberspace (2024), 36: every access of staff is recorded.
  await sql`
    create table child_read (
      community_id text not null,
      id uuid not null,
      child_id uuid not null,
      reader_id uuid not null references person (id),
      reason text not null check (reason in (${listed(READ_REASONS)})),
      service_on date not null,
      at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, child_id) references child (community_id, id)
    )`.execute(db)
  await sql`create index child_read_of on child_read (community_id, child_id, id)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ['child_read', 'child_pick_up', 'child']) await sql`drop table ${sql.table(table)}`.execute(db)
}
