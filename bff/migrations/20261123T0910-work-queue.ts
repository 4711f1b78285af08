import { type Kysely, sql } from 'kysely'

/** The engine: items, the events that nothing ever changes, the messages that may be redacted, the ratings. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table receipt_counter (
      community_id text not null,
      day date not null,
      last integer not null,
      primary key (community_id, day)
    )`.execute(db)

  await sql`
    create table work_item (
      community_id text not null,
      id uuid not null,
      receipt_number text not null,
      service text not null,
      service_code text not null,
      subject_id uuid not null,
      title text not null,
      confidentiality text not null check (confidentiality in ('ordinary', 'confidential')),
      grid_cell_id text,
      queue_id text not null,
      requester_id uuid not null references person (id),
      assignee_id uuid references person (id),
      excluded_staff_ids uuid[] not null default '{}',
      priority smallint not null check (priority between 0 and 3),
      state text not null check (state in ('queued', 'dispatched', 'accepted', 'resolved', 'closed')),
      outcome text check (outcome in ('solved', 'not_ours', 'withdrawn', 'rejected', 'merged', 'converted')),
      due_at timestamptz not null,
      version integer not null default 1,
      reopened_count integer not null default 0,
      route_rule_id text not null,
      routed_because jsonb not null,
      config_hash text not null references config_version (hash),
      created_at timestamptz not null,
      resolved_at timestamptz,
      closed_at timestamptz,
      primary key (community_id, id),
      unique (community_id, receipt_number),
      check ((state = 'closed') = (outcome is not null)),
      check ((state in ('dispatched', 'accepted')) <= (assignee_id is not null))
    )`.execute(db)
  await sql`
    create index work_item_open_by_queue on work_item (queue_id, due_at, id)
    where state in ('queued', 'dispatched', 'accepted')`.execute(db)
  await sql`
    create index work_item_open_by_assignee on work_item (assignee_id, due_at, id)
    where state in ('dispatched', 'accepted')`.execute(db)
  await sql`
    create index work_item_done_by_queue on work_item (queue_id, state, id desc)
    where state in ('resolved', 'closed')`.execute(db)
  await sql`create index work_item_by_requester on work_item (requester_id, id desc)`.execute(db)
  await sql`create index work_item_by_subject on work_item (community_id, subject_id)`.execute(db)

  await sql`
    create table work_item_message (
      community_id text not null,
      id uuid not null,
      work_item_id uuid not null,
      author_id uuid not null references person (id),
      body text not null,
      visible_to text not null check (visible_to in ('requester', 'staff')),
      created_at timestamptz not null,
      redacted_at timestamptz,
      primary key (community_id, id),
      foreign key (community_id, work_item_id) references work_item (community_id, id)
    )`.execute(db)

  await sql`
    create table work_item_event (
      community_id text not null,
      id uuid not null,
      work_item_id uuid not null,
      kind text not null check (kind in (
        'enqueued', 'claimed', 'dispatched', 'accepted', 'returned', 'resolved', 'closed', 'reopened', 'withdrawn', 'rated')),
      from_state text check (from_state in ('queued', 'dispatched', 'accepted', 'resolved', 'closed')),
      to_state text not null check (to_state in ('queued', 'dispatched', 'accepted', 'resolved', 'closed')),
      queue_id text not null,
      actor_id uuid not null references person (id),
      acting_for_id uuid references person (id),
      message_id uuid,
      visible_to text not null check (visible_to in ('requester', 'staff')),
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, work_item_id) references work_item (community_id, id)
    )`.execute(db)
  await sql`create index work_item_event_by_item on work_item_event (community_id, work_item_id, id)`.execute(db)
  // Every figure is recomputed from events, so nothing may rewrite them.
  await sql`
    create function refuse_event_change() returns trigger language plpgsql as $$
    begin
      raise exception 'work_item_event is append-only';
    end $$`.execute(db)
  await sql`
    create trigger work_item_event_append_only before update or delete on work_item_event
    for each row execute function refuse_event_change()`.execute(db)
  // Truncating fires no trigger of rows.
  await sql`
    create trigger work_item_event_never_truncated before truncate on work_item_event
    for each statement execute function refuse_event_change()`.execute(db)

  await sql`
    create table work_item_rating (
      community_id text not null,
      work_item_id uuid not null,
      round integer not null,
      solved boolean not null,
      satisfaction smallint not null check (satisfaction between 1 and 5),
      comment text,
      rated_by uuid not null references person (id),
      rated_at timestamptz not null,
      primary key (community_id, work_item_id, round),
      foreign key (community_id, work_item_id) references work_item (community_id, id)
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ['work_item_rating', 'work_item_event', 'work_item_message', 'work_item', 'receipt_counter']) {
    await sql`drop table ${sql.table(table)}`.execute(db)
  }
  await sql`drop function refuse_event_change`.execute(db)
}
