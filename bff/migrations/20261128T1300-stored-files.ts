import { type Kysely, sql } from 'kysely'

/** Photos and voice notes: while they are sent, and where they hang afterwards. Their bytes are in the file storage. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table stored_file (
      id uuid primary key,
      owner_id uuid not null references person (id),
      kind text not null check (kind in ('photo', 'voice')),
      state text not null check (state in ('receiving', 'ready')),
      expected_bytes integer not null check (expected_bytes > 0),
      received_bytes integer not null default 0 check (received_bytes between 0 and expected_bytes),
      media_type text,
      width integer,
      height integer,
      seconds integer,
      created_at timestamptz not null,
      -- When it is forgotten; null once it hangs on something.
      expires_at timestamptz,
      community_id text,
      subject_kind text check (subject_kind in ('report', 'message', 'work_before', 'work_after')),
      subject_id uuid,
      position smallint,
      -- Since when neighbours do not see it.
      hidden_at timestamptz,
      transcript text,
      transcribed_by uuid references person (id),
      transcribed_at timestamptz,
      check ((expires_at is null) = (subject_id is not null)),
      check ((subject_id is null) = (community_id is null) and (subject_id is null) = (subject_kind is null)
        and (subject_id is null) = (position is null)),
      check (subject_id is null or state = 'ready'),
      check (state = 'receiving' or media_type is not null)
    )`.execute(db)
  await sql`
    create index stored_file_by_subject on stored_file (community_id, subject_kind, subject_id, position)
    where subject_id is not null`.execute(db)
  await sql`create index stored_file_waiting on stored_file (owner_id, expires_at) where subject_id is null`.execute(db)

  // Any process takes the next piece; they are gone once the file is finished.
  await sql`
    create table upload_chunk (
      file_id uuid not null references stored_file (id) on delete cascade,
      start_at integer not null,
      bytes bytea not null,
      primary key (file_id, start_at)
    )`.execute(db)
  // What a camera sends is compressed already.
  await sql`alter table upload_chunk alter column bytes set storage external`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table upload_chunk`.execute(db)
  await sql`drop table stored_file`.execute(db)
}
