import { type Kysely, sql } from 'kysely'

const KINDS = ['issue_words', 'issue_photo']
const STATES = ['asked', 'waiting', 'shown', 'refused']
const WHY = ['unsure', 'risky_picture', 'unanswered', 'tibetan', 'not_from_wechat']
const REASONS = ['names_somebody', 'insults', 'advertises', 'private_picture', 'unlawful', 'other']
const VERDICTS = ['pass', 'review', 'risky', 'not_fetched', 'not_read']
const DISPLAY = ['waiting', 'shown', 'refused']

const listed = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)))

/** What is checked now is read, so that migrations of one day that add to the same list agree. */
const changeWords = async (
  db: Kysely<unknown>,
  { table, column }: { table: string; column: string },
  change: (words: string[]) => string[],
): Promise<void> => {
  const name = `${table}_${column}_check`
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${name}`.execute(db)
  const words = [...(rows[0]?.definition ?? '').matchAll(/'(\w+)'::text/g)].map(([, word = '']) => word)
  await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
  await sql`
    alter table ${sql.table(table)} add constraint ${sql.ref(name)}
    check (${sql.ref(column)} in (${listed(change(words))}))`.execute(db)
}

const INBOX = { table: 'inbox_message', column: 'kind' }
const AUDIT = { table: 'audit_line', column: 'action' }
const without = (word: string) => (words: string[]) => words.filter((known) => known !== word)

const indexPublicIssues = async (db: Kysely<unknown>, shown: string): Promise<void> => {
  const isPublic = sql.raw(`visibility = 'public' and withdrawn_at is null${shown}`)
  await sql`drop index issue_public, issue_public_at_place, issue_public_near`.execute(db)
  await sql`create index issue_public on issue (community_id, id desc) where ${isPublic}`.execute(db)
  await sql`
    create index issue_public_at_place on issue (community_id, service_code, place_id) where ${isPublic}`.execute(db)
  await sql`
    create index issue_public_near on issue (community_id, service_code, lat, lng) where ${isPublic}`.execute(db)
}

/** What neighbours would read or see, and what a person or WeChat says about it before they do. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await changeWords(db, INBOX, (words) => [...words, 'not_shown'])
  await changeWords(db, AUDIT, (words) => [...words, 'content_decided'])
  // What neighbours read already they go on reading.
  await sql`
    alter table issue add column public_state text not null default 'shown'
    check (public_state in (${listed(DISPLAY)}))`.execute(db)
  await indexPublicIssues(db, ` and public_state = 'shown'`)
  await sql`alter table stored_file add column held_at timestamptz`.execute(db)
  await sql`
    create table held_content (
      community_id text not null,
      id uuid not null,
      kind text not null check (kind in (${listed(KINDS)})),
      subject_id uuid not null,
      work_item_id uuid not null,
      file_id uuid,
      author_id uuid not null references person (id),
      state text not null check (state in (${listed(STATES)})),
      -- Null while WeChat looks at it, and for what WeChat let pass.
      why text check (why in (${listed(WHY)})),
      reason text check (reason in (${listed(REASONS)})),
      held_at timestamptz not null,
      answer_due_at timestamptz,
      submissions smallint not null default 0,
      decided_by uuid references person (id),
      decided_at timestamptz,
      -- Its words were changed, or neighbours will never read it: there is nothing left to decide.
      ended_at timestamptz,
      primary key (community_id, id),
      check ((kind = 'issue_photo') = (file_id is not null)),
      check ((state = 'asked') = (answer_due_at is not null)),
      check (state <> 'waiting' or why is not null),
      check ((state = 'refused') = (reason is not null)),
      check ((decided_by is null) = (decided_at is null)),
      check (state <> 'refused' or decided_by is not null),
      check (decided_by is null or state in ('shown', 'refused'))
    )`.execute(db)
  await sql`
    create unique index held_content_current on held_content (community_id, subject_id, kind, coalesce(file_id, subject_id))
    where ended_at is null`.execute(db)
  await sql`
    create index held_content_waiting on held_content (community_id, id)
    where state = 'waiting' and ended_at is null`.execute(db)
  await sql`
    create index held_content_decided on held_content (community_id, decided_at desc, id desc)
    where decided_by is not null and ended_at is null`.execute(db)
  await sql`
    create index held_content_due on held_content (answer_due_at)
    where state = 'asked' and ended_at is null`.execute(db)
  // An answer may come before it is known here what was asked: whichever comes second finds the other.
  await sql`
    create table media_check (
      trace_id text primary key,
      community_id text,
      held_content_id uuid,
      verdict text check (verdict in (${listed(VERDICTS)})),
      created_at timestamptz not null,
      check ((community_id is null) = (held_content_id is null)),
      foreign key (community_id, held_content_id) references held_content (community_id, id)
    )`.execute(db)
  await sql`create index media_check_by_age on media_check (created_at)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table media_check`.execute(db)
  await sql`drop table held_content`.execute(db)
  await sql`alter table stored_file drop column held_at`.execute(db)
  await indexPublicIssues(db, '')
  // Whatever neighbours did not see stays unseen.
  await sql`update issue set visibility = 'private' where public_state <> 'shown'`.execute(db)
  await sql`alter table issue drop column public_state`.execute(db)
  await sql`delete from audit_line where action = 'content_decided'`.execute(db)
  await sql`delete from inbox_message where kind = 'not_shown'`.execute(db)
  await changeWords(db, AUDIT, without('content_decided'))
  await changeWords(db, INBOX, without('not_shown'))
}
