import { type Kysely, sql } from 'kysely'

const WAYS = ['self', 'family', 'visit']
const EVIDENCE = ['did_it_myself', 'was_there', 'app_says_so', 'visitor_was_there', 'told_by_person']
const RECORDERS = ['person', 'proxy', 'counter', 'visitor']
const STATES = ['requested', 'planned', 'done', 'not_at_home', 'needs_hospital', 'refused', 'cancelled']
const OUTCOMES = ['done', 'not_at_home', 'needs_hospital', 'refused']
const OUTCOME_STANDINGS = ['counts', 'another_was_first', 'visit_was_over']
const NOTICES = ['proof_due', 'visit_planned', 'visit_changed', 'visit_outcome']
const TABLES = [
  'home_visit_outcome',
  'home_visit_event',
  'home_visit',
  'visit_round',
  'proof_reminder',
  'proof_of_life_done',
  'proof_of_life',
]

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
const READS = { table: 'confidential_read', column: 'what' }

/** Proofs of life and the visits for them. No column is there for a face or a number of any paper. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await changeWords(db, INBOX, (words) => [...words, ...NOTICES])
  await changeWords(db, READS, (words) => [...words, 'visit_round'])

  await sql`
    create table proof_of_life (
      community_id text not null,
      person_id uuid not null references person (id),
      -- From this day on we know that they draw a pension: what was due before is nobody's omission.
      since date not null,
      -- Null until somebody has answered the three questions.
      way text check (way in (${listed(WAYS)})),
      primary key (community_id, person_id)
    )`.execute(db)
  await sql`
    create table proof_of_life_done (
      community_id text not null,
      id uuid not null,
      person_id uuid not null,
      done_on date not null,
      evidence text not null check (evidence in (${listed(EVIDENCE)})),
      recorded_by uuid not null references person (id),
      recorded_as text not null check (recorded_as in (${listed(RECORDERS)})),
      recorded_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, person_id) references proof_of_life (community_id, person_id),
      -- Whoever writes it down says only what they can know.
      check (evidence <> 'did_it_myself' or recorded_as = 'person'),
      check ((evidence = 'visitor_was_there') = (recorded_as = 'visitor'))
    )`.execute(db)
  await sql`
    create index proof_of_life_done_of on proof_of_life_done (community_id, person_id, done_on desc, id desc)`.execute(
    db,
  )
  await sql`
    create table proof_reminder (
      community_id text not null,
      person_id uuid not null,
      due_on date not null,
      days_before integer not null check (days_before > 0),
      reminded_on date not null,
      -- Nobody is reminded twice of the same, however often the job runs.
      primary key (community_id, person_id, due_on, days_before),
      foreign key (community_id, person_id) references proof_of_life (community_id, person_id)
    )`.execute(db)

  await sql`
    create table visit_round (
      community_id text not null,
      id uuid not null,
      visit_on date not null,
      visitor_id uuid not null references person (id),
      -- All visits of one visitor on one day are one piece of work.
      work_item_id uuid,
      created_at timestamptz not null,
      primary key (community_id, id),
      unique (community_id, visit_on, visitor_id),
      foreign key (community_id, work_item_id) references work_item (community_id, id) deferrable initially deferred
    )`.execute(db)
  await sql`
    create table home_visit (
      community_id text not null,
      id uuid not null,
      person_id uuid not null references person (id),
      state text not null check (state in (${listed(STATES)})),
      version integer not null default 1 check (version >= 1),
      -- The courtyard; the door in it is sealed.
      place_id text not null,
      sealed_door text,
      sealed_note text,
      -- Why somebody is visited speaks of their health: kept with a consent of its own, and only sealed.
      sealed_reasons text not null,
      consent_version text not null,
      consented_at timestamptz not null,
      not_on date[] not null default '{}',
      needs_interpreter boolean not null,
      requested_by uuid not null references person (id),
      requested_at timestamptz not null,
      -- How often it was planned: an outcome belongs to one of these times.
      planning integer not null default 0 check (planning >= 0),
      visitor_id uuid references person (id),
      visit_on date,
      from_minute integer check (from_minute between 0 and 1439),
      until_minute integer check (until_minute between 1 and 1440),
      -- What the visitor says at the door.
      sealed_code text,
      wrong_codes integer not null default 0 check (wrong_codes >= 0),
      locked_at timestamptz,
      primary key (community_id, id),
      check (from_minute < until_minute),
      check (
        state <> 'planned' or
        (visitor_id is not null and visit_on is not null and from_minute is not null and until_minute is not null)
      ),
      foreign key (community_id, visit_on, visitor_id) references visit_round (community_id, visit_on, visitor_id)
    )`.execute(db)
  // Somebody who asks twice at the same moment is visited once.
  await sql`
    create unique index home_visit_open on home_visit (community_id, person_id)
    where state in ('requested', 'planned', 'not_at_home', 'needs_hospital')`.execute(db)
  await sql`create index home_visit_of on home_visit (community_id, person_id, id)`.execute(db)
  await sql`create index home_visit_of_round on home_visit (community_id, visit_on, visitor_id, from_minute)`.execute(
    db,
  )
  await sql`
    create table home_visit_event (
      community_id text not null,
      id uuid not null,
      visit_id uuid not null,
      -- Null when it was asked for.
      from_state text check (from_state in (${listed(STATES)})),
      to_state text not null check (to_state in (${listed(STATES)})),
      actor_id uuid not null references person (id),
      acting_for_id uuid references person (id),
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, visit_id) references home_visit (community_id, id)
    )`.execute(db)
  await sql`create index home_visit_event_of on home_visit_event (community_id, visit_id, id)`.execute(db)
  await sql`
    create table home_visit_outcome (
      community_id text not null,
      id uuid not null,
      visit_id uuid not null,
      planning integer not null,
      outcome text not null check (outcome in (${listed(OUTCOMES)})),
      -- Each device's record stays; of one planned visit one counts.
      standing text not null check (standing in (${listed(OUTCOME_STANDINGS)})),
      sealed_note text,
      recorded_by uuid not null references person (id),
      happened_at timestamptz not null,
      recorded_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, visit_id) references home_visit (community_id, id)
    )`.execute(db)
  await sql`
    create unique index home_visit_outcome_that_counts on home_visit_outcome (community_id, visit_id, planning)
    where standing = 'counts'`.execute(db)
  await sql`create index home_visit_outcome_of on home_visit_outcome (community_id, visit_id, id)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`delete from inbox_message where kind = any(${NOTICES}::text[])`.execute(db)
  await sql`delete from confidential_read where what = 'visit_round'`.execute(db)
  await changeWords(db, READS, (words) => words.filter((word) => word !== 'visit_round'))
  await changeWords(db, INBOX, (words) => words.filter((word) => !NOTICES.includes(word)))
}
