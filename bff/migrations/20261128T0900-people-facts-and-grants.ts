import { type Kysely, sql } from 'kysely'

const EVENTS = [
  'enqueued',
  'claimed',
  'dispatched',
  'accepted',
  'returned',
  'transferred',
  'referred',
  'referral_accepted',
  'referral_refused',
  'invited',
  'asked',
  'answered',
  'suspended',
  'resumed',
  'split',
  'merged',
  'absorbed',
  'recategorised',
  'relocated',
  'escalated',
  'reminded',
  'converted',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
  'rated',
  'noted',
  'replied',
  'ran_late',
  'asked_again',
  'asked_to_rate',
  'followed_up',
  'redrawn',
]
const NOTICES = [
  'receipt',
  'accepted',
  'resolved',
  'closed',
  'returned_to_queue',
  'asked',
  'asked_again',
  'replied',
  'suspended',
  'resumed',
  'moved_queue',
  'overdue',
  'merged',
  'reopened',
  'asked_to_rate',
  'closed_unanswered',
  'closed_unrated',
  'staff_dispatched',
  'staff_referred',
  'staff_referral_refused',
  'staff_invited',
  'staff_reminded',
  'staff_answered',
  'staff_overdue',
  'staff_passed_up',
  'staff_returned',
]
const NEW_NOTICES = [
  'acted_for',
  'grant_offered',
  'grant_accepted',
  'grant_refused',
  'grant_revoked',
  'grant_frozen',
  'grant_review',
  'assist_started',
  'fact_verified',
  'fact_refused',
  'receipt_bound',
  'household_joined',
  'household_left',
]
const TABLES = [
  'call_attempt',
  'call_line',
  'call',
  'confidential_read',
  'proxy_act',
  'assist_session',
  'proxy_grant',
  'one_time_code',
  'household_member',
  'household',
  'resident_fact',
  'person_contact',
]

const listed = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)))

const checkIn = async (
  db: Kysely<unknown>,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> => {
  const name = sql.id(`${table}_${column}_check`)
  await sql`alter table ${sql.table(table)} drop constraint ${name}`.execute(db)
  await sql`alter table ${sql.table(table)} add constraint ${name} check (${sql.id(column)} in (${listed(values)}))`.execute(
    db,
  )
}

/** What is known about people and by whom, households, who acts for whom, the counter, and whom it calls. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Somebody whom only the counter knows has no more than a masked name in `person`; the whole one is sealed here.
  await sql`
    create table person_contact (
      person_id uuid primary key references person (id),
      sealed_name text,
      sealed_phone text,
      -- Keyed hashes, so that a whole name or number can be looked up and nothing can be read.
      name_hash text,
      phone_hash text,
      has_account boolean not null,
      channel text not null check (channel in ('inbox', 'call')),
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index person_contact_by_phone on person_contact (phone_hash) where phone_hash is not null`.execute(
    db,
  )
  await sql`create index person_contact_by_name on person_contact (name_hash) where name_hash is not null`.execute(db)

  await sql`
    create table resident_fact (
      id uuid primary key,
      person_id uuid not null references person (id),
      kind text not null check (kind in (
        'birth_date', 'residence', 'workplace', 'disability', 'limited_mobility', 'living_alone', 'language')),
      -- Erased when the person takes it back.
      sealed_value text,
      in_force_from date not null,
      ended_on date,
      ended_because text check (ended_because in ('withdrawn', 'corrected', 'refused')),
      consent_version text not null,
      claimed_by uuid not null references person (id),
      claimed_at timestamptz not null,
      verified_by uuid references person (id),
      verified_on date,
      verified_until date,
      evidence text check (evidence in (
        'id_card', 'household_register', 'disability_certificate', 'employment_letter', 'lease', 'home_visit',
        'own_word')),
      refusal text check (refusal in ('evidence_missing', 'does_not_match', 'not_this_community')),
      check ((verified_by is null) = (verified_on is null)),
      check ((verified_on is null) = (evidence is null)),
      check (verified_until is null or verified_on is not null),
      check ((ended_on is null) = (ended_because is null)),
      check ((refusal is not null) = (ended_because is not distinct from 'refused')),
      check ((sealed_value is null) = (ended_because is not distinct from 'withdrawn'))
    )`.execute(db)
  await sql`create index resident_fact_by_person on resident_fact (person_id, kind)`.execute(db)
  await sql`
    create unique index resident_fact_one_claim on resident_fact (person_id, kind)
    where verified_on is null and ended_on is null`.execute(db)
  await sql`
    create unique index resident_fact_one_verified on resident_fact (person_id, kind)
    where verified_on is not null and ended_on is null`.execute(db)

  await sql`
    create table household (
      community_id text not null,
      id uuid not null,
      place_id text not null,
      founded_by uuid not null references person (id),
      created_at timestamptz not null,
      ended_at timestamptz,
      primary key (community_id, id)
    )`.execute(db)
  await sql`
    create table household_member (
      community_id text not null,
      household_id uuid not null,
      person_id uuid not null references person (id),
      joined_at timestamptz not null,
      left_at timestamptz,
      primary key (community_id, household_id, person_id, joined_at),
      foreign key (community_id, household_id) references household (community_id, id)
    )`.execute(db)
  // One household for each person: it is the unit of «one per household».
  await sql`create unique index household_member_now on household_member (person_id) where left_at is null`.execute(db)

  await sql`
    create table one_time_code (
      -- A keyed hash: whoever reads the database can use none of them.
      code_hash text primary key,
      purpose text not null check (purpose in ('household', 'proxy_grant', 'receipt')),
      community_id text not null,
      subject_id uuid not null,
      made_by uuid not null references person (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_by uuid references person (id),
      check ((used_at is null) = (used_by is null))
    )`.execute(db)
  await sql`create index one_time_code_by_subject on one_time_code (subject_id) where used_at is null`.execute(db)

  await sql`
    create table proxy_grant (
      id uuid primary key,
      community_id text not null,
      principal_id uuid not null references person (id),
      agent_id uuid references person (id),
      relationship text not null
        check (relationship in ('child', 'spouse', 'relative', 'neighbour', 'volunteer', 'other')),
      call_name text,
      scopes jsonb not null,
      record text not null check (record in ('offered', 'active', 'refused', 'revoked', 'expired')),
      -- What the person answered alone; an offer made under pressure looks like any other and never counts.
      freedom text not null check (freedom in ('free', 'pressed', 'unsure')),
      witnessed_by uuid references person (id),
      offered_at timestamptz not null,
      answered_at timestamptz,
      valid_until date not null,
      review_on date not null,
      is_review_told boolean not null default false,
      frozen_at timestamptz,
      ended_at timestamptz,
      ended_by text check (ended_by in ('principal', 'agent', 'counter')),
      check (agent_id <> principal_id),
      check (record not in ('active', 'refused') or agent_id is not null),
      check (record <> 'active' or freedom = 'free'),
      check ((record = 'revoked') = (ended_by is not null))
    )`.execute(db)
  await sql`create index proxy_grant_by_principal on proxy_grant (principal_id, id desc)`.execute(db)
  await sql`
    create unique index proxy_grant_one_each on proxy_grant (agent_id, principal_id) where record = 'active'`.execute(
    db,
  )
  await sql`create index proxy_grant_by_agent on proxy_grant (agent_id, id desc) where agent_id is not null`.execute(db)
  await sql`
    create index proxy_grant_to_review on proxy_grant (review_on) where record = 'active' and not is_review_told`.execute(
    db,
  )

  await sql`
    create table assist_session (
      community_id text not null,
      id uuid not null,
      staff_id uuid not null references person (id),
      resident_id uuid not null references person (id),
      reason text not null check (reason in ('counter', 'phone', 'visit')),
      note text,
      started_at timestamptz not null,
      ends_at timestamptz not null,
      ended_at timestamptz,
      primary key (community_id, id),
      check (ends_at > started_at),
      check (staff_id <> resident_id)
    )`.execute(db)
  await sql`create index assist_session_by_id on assist_session (id)`.execute(db)
  await sql`create unique index assist_session_open on assist_session (staff_id) where ended_at is null`.execute(db)
  await sql`create index assist_session_of on assist_session (resident_id, id desc)`.execute(db)

  // What was done for somebody, written in the transaction that did it.
  await sql`
    create table proxy_act (
      id uuid primary key,
      principal_id uuid not null references person (id),
      actor_id uuid not null references person (id),
      grant_id uuid references proxy_grant (id),
      assist_session_id uuid,
      operation text not null,
      -- The item that it was about, and what happened to it.
      community_id text,
      work_item_id uuid,
      event_kind text,
      at timestamptz not null,
      -- Neither: the counter filed it for a caller whom it knows by name and number.
      check (grant_id is null or assist_session_id is null)
    )`.execute(db)
  await sql`create index proxy_act_for on proxy_act (principal_id, id desc)`.execute(db)
  await sql`create index proxy_act_by on proxy_act (actor_id, id desc)`.execute(db)

  await sql`
    create table confidential_read (
      community_id text not null,
      id uuid not null,
      reader_id uuid not null references person (id),
      -- Null for a search that found nobody.
      person_id uuid references person (id),
      what text not null check (what in ('search', 'facts', 'call_list')),
      at timestamptz not null,
      primary key (community_id, id)
    )`.execute(db)
  await sql`create index confidential_read_of on confidential_read (person_id, id desc) where person_id is not null`.execute(
    db,
  )

  await sql`
    create table call (
      community_id text not null,
      id uuid not null,
      person_id uuid not null references person (id),
      due_on date not null,
      needs_visit boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null,
      closed_at timestamptz,
      primary key (community_id, id)
    )`.execute(db)
  // One call for all that is new: nobody is called twice in an hour.
  await sql`create unique index call_open on call (community_id, person_id) where closed_at is null`.execute(db)
  await sql`create index call_due on call (community_id, due_on, id) where closed_at is null`.execute(db)
  await sql`
    create table call_line (
      community_id text not null,
      call_id uuid not null,
      id uuid not null,
      kind text not null,
      details jsonb not null,
      -- What it is about, when that is an item: whoever takes the item over is called about it no more.
      work_item_id uuid,
      -- For nobody but the person: whoever calls asks first whom they speak to.
      is_confidential boolean not null,
      -- The job's own id: a job that runs twice writes once.
      job_id uuid not null,
      at timestamptz not null,
      primary key (community_id, id),
      unique (community_id, job_id),
      foreign key (community_id, call_id) references call (community_id, id)
    )`.execute(db)
  await sql`create index call_line_by_call on call_line (community_id, call_id, id)`.execute(db)
  await sql`
    create table call_attempt (
      community_id text not null,
      call_id uuid not null,
      id uuid not null,
      outcome text not null
        check (outcome in ('told', 'slip_given', 'no_answer', 'call_later', 'wrong_number', 'not_wanted')),
      note text,
      made_by uuid not null references person (id),
      at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, call_id) references call (community_id, id)
    )`.execute(db)
  await sql`create index call_attempt_by_call on call_attempt (community_id, call_id, id)`.execute(db)

  await sql`
    alter table work_item
      add column is_delegable boolean not null default true,
      -- Who filed it for the requester; told of what becomes of it while they may act for them.
      add column filed_by_id uuid references person (id)`.execute(db)
  await sql`update work_item set is_delegable = false where service_code in ('complaint_staff', 'family_matter')`.execute(
    db,
  )
  await sql`alter table work_item alter column is_delegable drop default`.execute(db)
  await sql`
    alter table issue
      add column source text not null default 'own' check (source in ('own', 'proxy', 'counter', 'phone', 'visit'))`.execute(
    db,
  )
  await sql`alter table issue alter column source drop default`.execute(db)
  await checkIn(db, 'work_item_event', 'kind', [...EVENTS, 'bound'])
  await checkIn(db, 'inbox_message', 'kind', [...NOTICES, ...NEW_NOTICES])
}

/** Not after a receipt was bound: no event is ever taken back, and the older check has no word for it. */
export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from inbox_message where kind in (${listed(NEW_NOTICES)})`.execute(db)
  await checkIn(db, 'inbox_message', 'kind', NOTICES)
  await checkIn(db, 'work_item_event', 'kind', EVENTS)
  await sql`alter table issue drop column source`.execute(db)
  await sql`alter table work_item drop column is_delegable, drop column filed_by_id`.execute(db)
  for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(db)
}
