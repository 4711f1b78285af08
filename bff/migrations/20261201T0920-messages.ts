import { type Kysely, sql } from 'kysely'

const SUBSCRIBE_ANSWERS = ['accept', 'reject', 'ban', 'filter']
const ANSWER_SOURCES = ['phone', 'event']
const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'delivered', 'failed', 'unclear']
const DELIVERY_PROBLEMS = [
  'no_credit',
  'not_bound',
  'refused',
  'template_banned',
  'content_refused',
  'configuration',
  'unavailable',
  'no_answer',
]

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** What somebody lets WeChat tell them, and how each message fares that goes further than the inbox. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // The phone and WeChat both tell of one answer; `matched_id` is the same answer as the other told it.
  await sql`
    create table subscribe_answer (
      id uuid primary key,
      person_id uuid not null references person (id),
      template_id text not null,
      source text not null check (source in (${listed(ANSWER_SOURCES)})),
      answer text not null check (answer in (${listed(SUBSCRIBE_ANSWERS)})),
      tap text,
      at timestamptz not null,
      matched_id uuid references subscribe_answer (id) on delete set null,
      check ((source = 'phone') = (tap is not null))
    )`.execute(db)
  await sql`create index subscribe_answer_of_person on subscribe_answer (person_id, template_id, at)`.execute(db)
  await sql`create index subscribe_answer_matched on subscribe_answer (matched_id) where matched_id is not null`.execute(
    db,
  )
  await sql`create index subscribe_answer_at on subscribe_answer (at)`.execute(db)
  await sql`
    create table subscribe_credit (
      person_id uuid not null references person (id),
      template_id text not null,
      credits integer not null check (credits >= 0),
      is_refused boolean not null,
      primary key (person_id, template_id)
    )`.execute(db)
  await sql`
    create table message_delivery (
      community_id text not null,
      id uuid not null,
      inbox_message_id uuid not null references inbox_message (id) on delete cascade,
      person_id uuid not null references person (id),
      kind text not null,
      template_id text,
      is_confidential boolean not null,
      state text not null check (state in (${listed(DELIVERY_STATES)})),
      problem text check (problem in (${listed(DELIVERY_PROBLEMS)})),
      error_code integer,
      attempts integer not null default 0,
      wechat_message_id text,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      next_at timestamptz,
      call_at timestamptz,
      called_at timestamptz,
      is_unreachable boolean not null default false,
      stuck_at timestamptz,
      primary key (community_id, id),
      unique (community_id, inbox_message_id),
      check ((state = 'waiting') = (next_at is not null))
    )`.execute(db)
  await sql`create index message_delivery_waiting on message_delivery (next_at, id) where state = 'waiting'`.execute(db)
  await sql`create index message_delivery_sending on message_delivery (person_id) where state = 'sending'`.execute(db)
  await sql`create index message_delivery_of_inbox on message_delivery (inbox_message_id)`.execute(db)
  // WeChat names a message by its id, or else only by whom it was for.
  await sql`
    create index message_delivery_of_person on message_delivery (person_id, template_id, changed_at)
    where wechat_message_id is null`.execute(db)
  await sql`
    create index message_delivery_named on message_delivery (wechat_message_id)
    where wechat_message_id is not null`.execute(db)
  await sql`
    create index message_delivery_to_call on message_delivery (call_at)
    where call_at is not null and called_at is null and not is_unreachable`.execute(db)
  await sql`
    create index message_delivery_stuck on message_delivery (community_id, stuck_at) where stuck_at is not null`.execute(
    db,
  )
  await sql`create index message_delivery_old on message_delivery (created_at)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table message_delivery`.execute(db)
  await sql`drop table subscribe_credit`.execute(db)
  await sql`drop table subscribe_answer`.execute(db)
}
