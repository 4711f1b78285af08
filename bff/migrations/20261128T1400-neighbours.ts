import { type Kysely, sql } from 'kysely'

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
  const listed = sql.join(change(words).map((word) => sql.lit(word)))
  await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
  await sql`
    alter table ${sql.table(table)} add constraint ${sql.ref(name)}
    check (${sql.ref(column)} in (${listed}))`.execute(db)
}

const READS = { table: 'confidential_read', column: 'what' }
const INBOX = { table: 'inbox_message', column: 'kind' }
const EVENTS = { table: 'work_item_event', column: 'kind' }
const OPEN = `state in ('queued', 'dispatched', 'accepted')`
/** The order of a queue, in the words of its lists. */
const ORDERED = [
  { name: 'work_item_open_by_queue', column: 'queue_id', where: OPEN },
  { name: 'work_item_open_by_assignee', column: 'assignee_id', where: `state in ('dispatched', 'accepted')` },
  { name: 'work_item_unclaimed', column: 'queue_id', where: `state = 'queued'` },
  {
    name: 'work_item_referred',
    column: 'referred_queue_id',
    where: `referred_queue_id is not null and ${OPEN}`,
  },
]

const orderBy = async (db: Kysely<unknown>, order: string): Promise<void> => {
  for (const { name, column, where } of ORDERED) {
    await sql`drop index ${sql.ref(name)}`.execute(db)
    await sql`
      create index ${sql.ref(name)} on work_item (${sql.ref(column)}, ${sql.raw(order)}) where ${sql.raw(where)}`.execute(
      db,
    )
  }
}

const NOTICES = [
  'endorsed_accepted',
  'endorsed_resolved',
  'endorsed_closed',
  'endorsed_reopened',
  'endorsed_withdrawn',
  'endorsed_merged',
  'endorsed_merged_unseen',
]

/** 附议, and what a reporter hides later. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table issue_endorsement (
      community_id text not null,
      issue_id uuid not null,
      person_id uuid not null references person (id),
      created_at timestamptz not null,
      primary key (community_id, issue_id, person_id),
      foreign key (community_id, issue_id) references issue (community_id, id)
    )`.execute(db)
  // Only the first words are the original; who hides more of it later changes nothing here.
  await sql`
    create table issue_redaction (
      community_id text not null,
      issue_id uuid not null,
      description text not null,
      redacted_by uuid not null references person (id),
      redacted_at timestamptz not null,
      primary key (community_id, issue_id),
      foreign key (community_id, issue_id) references issue (community_id, id)
    )`.execute(db)
  await sql`
    alter table issue
      add column endorsements integer not null default 0 check (endorsements >= 0),
      add column redacted_at timestamptz`.execute(db)
  await sql`
    create index issue_public_at_place on issue (community_id, service_code, place_id)
    where visibility = 'public' and withdrawn_at is null`.execute(db)
  await sql`
    create index issue_public_near on issue (community_id, service_code, lat, lng)
    where visibility = 'public' and withdrawn_at is null`.execute(db)
  // Steps by which neighbours raised it above its category, never above what is most dangerous; due first among each.
  await sql`
    alter table work_item add column raised_by smallint not null default 0 check (raised_by between 0 and 3)`.execute(
    db,
  )
  await orderBy(db, '(- least(3, priority + raised_by)), due_at, id')
  await sql`alter table confidential_read add column reason text`.execute(db)
  await changeWords(db, READS, (words) => [...words, 'issue_original'])
  await changeWords(db, INBOX, (words) => [...words, ...NOTICES])
  await changeWords(db, EVENTS, (words) => [...words, 'raised'])
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from inbox_message where kind = any(${NOTICES}::text[])`.execute(db)
  await sql`alter table work_item_event disable trigger work_item_event_append_only`.execute(db)
  await sql`delete from work_item_event where kind = 'raised'`.execute(db)
  await sql`alter table work_item_event enable trigger work_item_event_append_only`.execute(db)
  await sql`delete from confidential_read where what = 'issue_original'`.execute(db)
  await changeWords(db, EVENTS, (words) => words.filter((word) => word !== 'raised'))
  await changeWords(db, INBOX, (words) => words.filter((word) => !NOTICES.includes(word)))
  await changeWords(db, READS, (words) => words.filter((word) => word !== 'issue_original'))
  await sql`alter table confidential_read drop column reason`.execute(db)
  await orderBy(db, 'due_at, id')
  await sql`alter table work_item drop column raised_by`.execute(db)
  await sql`drop index issue_public_near`.execute(db)
  await sql`drop index issue_public_at_place`.execute(db)
  await sql`alter table issue drop column redacted_at, drop column endorsements`.execute(db)
  await sql`drop table issue_redaction`.execute(db)
  await sql`drop table issue_endorsement`.execute(db)
}
