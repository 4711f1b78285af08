import { type Kysely, sql } from 'kysely'

const CASE_STATES = [
  'requested',
  'inviting',
  'choosing',
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'not_agreed',
  'follow_up',
  'closed',
]
const OUTCOMES = ['agreed', 'not_agreed', 'withdrawn', 'not_begun', 'not_for_mediation']
const MOVES = [
  'invite',
  'decline',
  'join',
  'refuse',
  'lapse',
  'order',
  'take',
  'recuse',
  'prepare',
  'meet',
  'agree',
  'fail',
  'follow',
  'relapse',
  'close',
  'withdraw',
]
const ACTORS = ['applicant', 'respondent', 'mediator', 'committee', 'rule']
const SIDES = ['applicant', 'respondent']
const KINDS = ['family', 'neighbours', 'marriage', 'money', 'pasture', 'other']
const ROLES = [
  'three_elders',
  'party_volunteer',
  'grassroots_speaker',
  'deputy_or_delegate',
  'respected_elder',
  'veteran_party_member',
  'public_interest_lawyer',
]
const LANGUAGES = ['zh', 'bo', 'other']
const NOTICES = ['case_news', 'case_due']

const TABLES = [
  'case_due',
  'case_follow_up',
  'case_read',
  'case_confirmation',
  'case_agreement',
  'case_session',
  'case_message',
  'case_event',
  'case_proposal_answer',
  'case_proposal',
  'case_tick',
  'case_party',
  'mediation_case',
  'mediator_version',
  'mediator',
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
const CODES = { table: 'one_time_code', column: 'purpose' }

/** Mediators and cases; whatever a side says or somebody writes about it is sealed. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await changeWords(db, INBOX, (words) => [...words, ...NOTICES])
  await changeWords(db, CODES, (words) => [...words, 'case_invitation'])
  // Whoever was invited without an account: such a session reaches this one case and nothing else.
  await sql`
    alter table session add column case_community_id text, add column case_id uuid,
    add constraint session_of_case check ((case_id is null) = (case_community_id is null))`.execute(db)
  await sql`create index session_by_case on session (case_community_id, case_id) where case_id is not null`.execute(db)
  // A call about danger goes before all others, to the number that was given for it.
  await sql`alter table call add column is_urgent boolean not null default false`.execute(db)
  await sql`alter table call_line add column sealed_phone text`.execute(db)

  const card = sql`
      person_id uuid references person (id),
      name text not null,
      role text not null check (role in (${listed(ROLES)})),
      languages text[] not null,
      grid_cell_ids text[] not null,
      kinds text[] not null,
      about text,
      is_on_leave boolean not null,
      is_active boolean not null,
      -- Null for a card of the demonstration.
      saved_by uuid references person (id),
      saved_at timestamptz not null`
  await sql`
    create table mediator (
      community_id text not null,
      id uuid not null,
      version integer not null check (version >= 1),
      ${card},
      primary key (community_id, id)
    )`.execute(db)
  await sql`
    create table mediator_version (
      community_id text not null,
      id uuid not null,
      version integer not null check (version >= 1),
      ${card},
      primary key (community_id, id, version),
      foreign key (community_id, id) references mediator (community_id, id)
    )`.execute(db)

  await sql`
    create table mediation_case (
      community_id text not null,
      id uuid not null,
      work_item_id uuid not null,
      receipt_number text not null,
      -- The item that it was made of: for the committee and the resident alone.
      from_work_item_id uuid,
      dispute_kind text not null check (dispute_kind in (${listed(KINDS)})),
      state text not null check (state in (${listed(CASE_STATES)})),
      outcome text check (outcome in (${listed(OUTCOMES)})),
      sealed_statement text not null,
      discloses_name boolean not null,
      discloses_statement boolean not null,
      sealed_words text,
      needs_interpreter boolean not null,
      language text check (language in (${listed(LANGUAGES)})),
      round integer not null default 1 check (round >= 1),
      answer_until timestamptz,
      -- The other side refused: until then the applicant reads what they would read without an answer.
      concealed_until timestamptz,
      -- Whoever is asked, and from \`accepted\` on does it.
      mediator_id uuid,
      stepped_back uuid[] not null default '{}',
      awaits_proposal boolean not null default false,
      -- What both are asked now.
      proposal_id uuid,
      has_law boolean not null default false,
      has_policy boolean not null default false,
      has_plan boolean not null default false,
      version integer not null default 1,
      -- Moves only with what both sides can see.
      shared_version integer not null default 1,
      created_at timestamptz not null,
      closed_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, mediator_id) references mediator (community_id, id),
      check ((state = 'closed') = (closed_at is not null)),
      check (concealed_until is null or state = 'closed')
    )`.execute(db)
  await sql`create index mediation_case_of_mediator on mediation_case (community_id, mediator_id) where mediator_id is not null`.execute(
    db,
  )
  await sql`
    create table case_party (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      side text not null check (side in (${listed(SIDES)})),
      -- Null until the other side has opened its invitation.
      person_id uuid references person (id),
      sealed_name text,
      sealed_phone text,
      primary key (community_id, id),
      unique (community_id, case_id, side),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`create index case_party_of_person on case_party (person_id, case_id)`.execute(db)
  await sql`
    create table case_tick (
      community_id text not null,
      case_id uuid not null,
      side text not null check (side in (${listed(SIDES)})),
      round integer not null,
      mediator_ids uuid[] not null,
      ticked_at timestamptz not null,
      primary key (community_id, case_id, side, round),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`
    create table case_proposal (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      mediator_id uuid not null,
      proposed_by uuid not null references person (id),
      proposed_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id),
      foreign key (community_id, mediator_id) references mediator (community_id, id)
    )`.execute(db)
  await sql`create index case_proposal_of on case_proposal (community_id, case_id, id)`.execute(db)
  await sql`
    create table case_proposal_answer (
      community_id text not null,
      proposal_id uuid not null,
      side text not null check (side in (${listed(SIDES)})),
      is_accepted boolean not null,
      answered_at timestamptz not null,
      primary key (community_id, proposal_id, side),
      foreign key (community_id, proposal_id) references case_proposal (community_id, id)
    )`.execute(db)
  await sql`
    create table case_event (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      move text not null check (move in (${listed(MOVES)})),
      by_actor text not null check (by_actor in (${listed(ACTORS)})),
      actor_id uuid references person (id),
      from_state text not null check (from_state in (${listed(CASE_STATES)})),
      to_state text not null check (to_state in (${listed(CASE_STATES)})),
      mediator_id uuid,
      -- Why a mediator steps back, or the committee declines: for the committee alone.
      sealed_reason text,
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`create index case_event_of on case_event (community_id, case_id, id)`.execute(db)
  await sql`
    create table case_message (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      -- Of which side's own thread with the mediator; null for the joint one.
      private_side text check (private_side in (${listed(SIDES)})),
      -- Null when the mediator wrote it.
      author_side text check (author_side in (${listed(SIDES)})),
      author_id uuid not null references person (id),
      -- Whose case it was then: what was confided to one mediator is not the next one's to read.
      mediator_id uuid not null,
      sealed_text text not null,
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id),
      check (private_side is null or author_side is null or private_side = author_side)
    )`.execute(db)
  await sql`create index case_message_of on case_message (community_id, case_id, id)`.execute(db)
  await sql`
    create table case_session (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      held_at timestamptz not null,
      way text not null check (way in ('visit', 'session', 'phone')),
      sides text[] not null,
      sealed_summary text not null,
      recorded_by uuid not null references person (id),
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`create index case_session_of on case_session (community_id, case_id, held_at)`.execute(db)
  await sql`
    create table case_agreement (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      version integer not null check (version >= 1),
      sealed_dispute text not null,
      sealed_terms text not null,
      sealed_performance text not null,
      agreed_on date not null,
      -- Both sides have confirmed it.
      effective_on date,
      drafted_by uuid not null references person (id),
      created_at timestamptz not null,
      primary key (community_id, id),
      unique (community_id, case_id, version),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`
    create table case_confirmation (
      community_id text not null,
      agreement_id uuid not null,
      side text not null check (side in (${listed(SIDES)})),
      confirmed_by uuid not null references person (id),
      confirmed_at timestamptz not null,
      primary key (community_id, agreement_id, side),
      foreign key (community_id, agreement_id) references case_agreement (community_id, id)
    )`.execute(db)
  await sql`
    create table case_read (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      reader_id uuid not null references person (id),
      role text not null check (role in ('committee', 'mediator')),
      at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`create index case_read_of on case_read (community_id, case_id, id)`.execute(db)
  await sql`
    create table case_follow_up (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      side text not null check (side in (${listed(SIDES)})),
      due_on date not null,
      result text check (result in ('holds', 'partly', 'began_again', 'no_answer')),
      sealed_note text,
      recorded_by uuid references person (id),
      recorded_at timestamptz,
      -- It began again before somebody asked.
      cancelled_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id),
      check ((result is null) = (recorded_at is null))
    )`.execute(db)
  await sql`create index case_follow_up_of on case_follow_up (community_id, case_id, due_on)`.execute(db)
  await sql`
    create table case_due (
      community_id text not null,
      id uuid not null,
      case_id uuid not null,
      kind text not null check (kind in ('answer', 'court', 'follow', 'close')),
      due_at timestamptz not null,
      done_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, case_id) references mediation_case (community_id, id)
    )`.execute(db)
  await sql`create index case_due_next on case_due (due_at) where done_at is null`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`alter table call_line drop column sealed_phone`.execute(db)
  await sql`alter table call drop column is_urgent`.execute(db)
  await sql`delete from session where case_id is not null`.execute(db)
  await sql`alter table session drop column case_id, drop column case_community_id`.execute(db)
  await sql`delete from one_time_code where purpose = 'case_invitation'`.execute(db)
  await sql`delete from inbox_message where kind = any(${NOTICES}::text[])`.execute(db)
  await changeWords(db, CODES, (words) => words.filter((word) => word !== 'case_invitation'))
  await changeWords(db, INBOX, (words) => words.filter((word) => !NOTICES.includes(word)))
}
