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
const FIRST_EVENTS = [
  'enqueued',
  'claimed',
  'dispatched',
  'accepted',
  'returned',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
  'rated',
]
const FIRST_NOTICES = ['receipt', 'accepted', 'resolved', 'closed', 'returned_to_queue']
const NOTICES = [
  ...FIRST_NOTICES,
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
const OPEN = sql`state in ('queued', 'dispatched', 'accepted')`

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

/** Clocks, pauses, referrals, participants, works and duplicates of an item; what the desk keeps; what oversight needs. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table work_item
      add column deadline_class text not null default '7d',
      add column round_started_at timestamptz,
      add column acceptance_due_at timestamptz,
      add column acceptance_ended_at timestamptz,
      add column first_reply_due_at timestamptz,
      add column first_reply_ended_at timestamptz,
      add column resolve_ended_at timestamptz,
      add column pause text check (pause in ('waiting_for_resident', 'suspended')),
      add column paused_at timestamptz,
      add column suspension_reason text
        check (suspension_reason in ('materials', 'weather', 'another_unit', 'season', 'court')),
      add column suspended_until timestamptz,
      add column suspensions smallint not null default 0,
      add column asked_again smallint not null default 0,
      add column touched_at timestamptz,
      add column is_untouched boolean not null default false,
      add column climbed_at timestamptz,
      add column referred_queue_id text,
      add column participating_queue_ids text[] not null default '{}',
      add column supervising_queue_ids text[] not null default '{}',
      add column barred_queue_ids text[] not null default '{}',
      add column reminded_at timestamptz,
      add column reminders smallint not null default 0,
      add column parent_id uuid,
      add column open_children smallint not null default 0 check (open_children >= 0),
      add column merged_into_id uuid,
      add column is_asked_to_rate boolean not null default false,
      add column next_timer_at timestamptz`.execute(db)
  // What was promised before there were three clocks is the promise to resolve.
  await sql`
    update work_item set
      round_started_at = created_at,
      acceptance_due_at = due_at,
      first_reply_due_at = due_at,
      acceptance_ended_at = case when state in ('queued', 'dispatched') then null else created_at end,
      first_reply_ended_at = resolved_at,
      resolve_ended_at = coalesce(resolved_at, closed_at),
      touched_at = case when state in ('dispatched', 'accepted') then now() end,
      next_timer_at = case when state <> 'closed' then now() end`.execute(db)
  await sql`
    alter table work_item
      alter column deadline_class drop default,
      alter column round_started_at set not null,
      alter column acceptance_due_at set not null,
      alter column first_reply_due_at set not null,
      add check ((pause is not null) = (paused_at is not null)),
      add check ((pause is not distinct from 'suspended') = (suspended_until is not null and suspension_reason is not null)),
      add check (not (referred_queue_id = any(barred_queue_ids))),
      add check ((outcome is not distinct from 'merged') = (merged_into_id is not null)),
      add foreign key (community_id, parent_id) references work_item (community_id, id),
      add foreign key (community_id, merged_into_id) references work_item (community_id, id)`.execute(db)
  await sql`create index work_item_next_timer on work_item (next_timer_at) where next_timer_at is not null`.execute(db)
  // Whoever takes the next item of a long queue must not read past all that others have in hand.
  await sql`create index work_item_unclaimed on work_item (queue_id, due_at, id) where state = 'queued'`.execute(db)
  await sql`
    create index work_item_referred on work_item (referred_queue_id, due_at, id)
    where referred_queue_id is not null and ${OPEN}`.execute(db)
  await sql`
    create index work_item_participating on work_item using gin (participating_queue_ids)
    where ${OPEN} and participating_queue_ids <> '{}'`.execute(db)
  await sql`
    create index work_item_supervising on work_item using gin (supervising_queue_ids)
    where ${OPEN} and supervising_queue_ids <> '{}'`.execute(db)
  await sql`
    create index work_item_by_parent on work_item (community_id, parent_id) where parent_id is not null`.execute(db)
  await sql`
    create index work_item_by_primary on work_item (community_id, merged_into_id) where merged_into_id is not null`.execute(
    db,
  )

  await sql`
    alter table work_item_event
      alter column actor_id drop not null,
      add column service text not null default 'issues',
      add column details jsonb not null default '{}',
      add column clocks jsonb not null default '[]'`.execute(db)
  await sql`alter table work_item_event alter column service drop default`.execute(db)
  await checkIn(db, 'work_item_event', 'kind', EVENTS)
  // The figures of one community and month read nothing else.
  await sql`create index work_item_event_by_month on work_item_event (community_id, created_at)`.execute(db)
  await checkIn(db, 'inbox_message', 'kind', NOTICES)

  await sql`
    create table not_ours_entry (
      community_id text not null,
      work_item_id uuid not null,
      round integer not null,
      destination text not null,
      phone text,
      registered_by uuid not null references person (id),
      registered_at timestamptz not null,
      primary key (community_id, work_item_id, round),
      foreign key (community_id, work_item_id) references work_item (community_id, id)
    )`.execute(db)
  await sql`create index not_ours_entry_newest on not_ours_entry (community_id, registered_at desc, work_item_id)`.execute(
    db,
  )

  await sql`
    create table duty_roster (
      queue_id text not null,
      version integer not null,
      mode text not null check (mode in ('claim', 'roster')),
      shifts jsonb not null,
      saved_by uuid not null references person (id),
      saved_at timestamptz not null,
      primary key (queue_id, version)
    )`.execute(db)

  await sql`
    create table reply_template (
      community_id text not null,
      id uuid not null,
      version integer not null,
      name text not null,
      zh text not null,
      bo text,
      service_codes text[] not null,
      states text[] not null,
      is_retired boolean not null,
      saved_by uuid not null references person (id),
      saved_at timestamptz not null,
      primary key (community_id, id, version)
    )`.execute(db)

  await sql`
    create table saved_view (
      person_id uuid not null references person (id),
      id uuid not null,
      name text not null,
      queue_id text not null,
      view text not null,
      filter jsonb not null,
      saved_at timestamptz not null,
      primary key (person_id, id)
    )`.execute(db)

  await sql`
    create table follow_up (
      community_id text not null,
      id uuid not null,
      work_item_id uuid not null,
      round integer not null,
      queue_id text not null,
      due_on date not null,
      result text check (result in ('solved', 'not_solved', 'no_answer')),
      done_by uuid references person (id),
      done_at timestamptz,
      is_cancelled boolean not null default false,
      primary key (community_id, id),
      unique (community_id, work_item_id, round, due_on),
      foreign key (community_id, work_item_id) references work_item (community_id, id),
      check ((result is null) = (done_at is null))
    )`.execute(db)
  await sql`
    create index follow_up_open on follow_up (queue_id, due_on, id) where result is null and not is_cancelled`.execute(
    db,
  )
  await sql`create index follow_up_done on follow_up (queue_id, id desc) where result is not null`.execute(db)

  // Who has an item open now: worthless after a crash, so it is not logged.
  await sql`
    create unlogged table presence (
      community_id text not null,
      work_item_id uuid not null,
      person_id uuid not null,
      seen_at timestamptz not null,
      primary key (community_id, work_item_id, person_id)
    )`.execute(db)

  await sql`
    create table audit_line (
      community_id text not null,
      id uuid not null,
      at timestamptz not null,
      actor_id uuid not null references person (id),
      action text not null check (action in ('ledger_exported', 'grid_redrawn')),
      details jsonb not null,
      primary key (community_id, id)
    )`.execute(db)

  await sql`
    create table grid_redraw (
      community_id text not null,
      redraw_id text not null,
      plan_hash text not null,
      moved_items integer not null,
      applied_by uuid not null references person (id),
      applied_at timestamptz not null,
      primary key (community_id, redraw_id)
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  const tables = [
    'grid_redraw',
    'audit_line',
    'presence',
    'follow_up',
    'saved_view',
    'reply_template',
    'duty_roster',
    'not_ours_entry',
  ]
  for (const table of tables) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`drop index work_item_event_by_month`.execute(db)
  await sql`drop index work_item_unclaimed`.execute(db)
  await sql`
    alter table work_item_event
      drop column service, drop column details, drop column clocks, alter column actor_id set not null`.execute(db)
  await checkIn(db, 'work_item_event', 'kind', FIRST_EVENTS)
  await checkIn(db, 'inbox_message', 'kind', FIRST_NOTICES)
  const columns = [
    'deadline_class',
    'round_started_at',
    'acceptance_due_at',
    'acceptance_ended_at',
    'first_reply_due_at',
    'first_reply_ended_at',
    'resolve_ended_at',
    'pause',
    'paused_at',
    'suspension_reason',
    'suspended_until',
    'suspensions',
    'asked_again',
    'touched_at',
    'is_untouched',
    'climbed_at',
    'referred_queue_id',
    'participating_queue_ids',
    'supervising_queue_ids',
    'barred_queue_ids',
    'reminded_at',
    'reminders',
    'parent_id',
    'open_children',
    'merged_into_id',
    'is_asked_to_rate',
    'next_timer_at',
  ]
  for (const column of columns) await sql`alter table work_item drop column ${sql.id(column)}`.execute(db)
}
