import { type Kysely, sql } from 'kysely'

const PURPOSES = [
  'account',
  'position',
  'wechat_messages',
  'facts',
  'children',
  'activities_of_children',
  'absence_check',
  'home_visit',
]
const ABOUT = [
  'name',
  'phone',
  'verified_fact',
  'record',
  'other',
  'issue_text',
  'photos_and_voice',
  'bookings',
  'counter_record',
]
const READS = { table: 'confidential_read', column: 'what' }
const AUDIT = { table: 'audit_line', column: 'action' }
const ACTIONS = ['account_closed', 'authorization_revoked']

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

/** Consents, what somebody asks about their own data, and accounts that are closed. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await changeWords(db, READS, (words) => [...words, 'own_data'])
  await changeWords(db, AUDIT, (words) => [...words, ...ACTIONS])
  await sql`
    create table consent (
      id uuid primary key,
      person_id uuid not null references person (id),
      purpose text not null check (purpose in (${listed(PURPOSES)})),
      -- The words that it was given to.
      version text not null,
      given_at timestamptz not null,
      channel text not null check (channel in ('own', 'counter')),
      -- Staff who sat beside them.
      given_with uuid references person (id),
      withdrawn_at timestamptz,
      check ((channel = 'counter') = (given_with is not null))
    )`.execute(db)
  await sql`
    create unique index consent_in_force on consent (person_id, purpose) where withdrawn_at is null`.execute(db)
  await sql`create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null`.execute(db)
  await sql`
    create table privacy_request (
      community_id text not null,
      id uuid not null,
      person_id uuid not null references person (id),
      kind text not null check (kind in ('correction', 'deletion')),
      about text not null check (about in (${listed(ABOUT)})),
      -- Their words are the first message of the item.
      work_item_id uuid not null,
      asked_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, work_item_id) references work_item (community_id, id) deferrable initially deferred
    )`.execute(db)
  await sql`create index privacy_request_of on privacy_request (person_id, id desc)`.execute(db)

  // Nothing is told any more to whoever has left.
  await sql`alter table person add column closed_at timestamptz`.execute(db)
  // Whoever takes their position back leaves an issue that has neither a place nor one.
  await sql`alter table issue drop constraint issue_check`.execute(db)
  await sql`alter table issue add constraint issue_position_check check ((lat is null) = (lng is null))`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table issue drop constraint issue_position_check`.execute(db)
  await sql`
    alter table issue add constraint issue_check
    check (place_id is not null or (lat is not null and lng is not null))`.execute(db)
  await sql`alter table person drop column closed_at`.execute(db)
  await sql`drop table privacy_request`.execute(db)
  await sql`drop table consent`.execute(db)
  await sql`delete from audit_line where action in (${listed(ACTIONS)})`.execute(db)
  await changeWords(db, AUDIT, (words) => words.filter((word) => !ACTIONS.includes(word)))
  await sql`delete from confidential_read where what = 'own_data'`.execute(db)
  await changeWords(db, READS, (words) => words.filter((word) => word !== 'own_data'))
}
