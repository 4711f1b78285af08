import { type Kysely, sql } from 'kysely'

/**
 * What WeChat and this server know of each other: the access token that all processes share, whose account an open id
 * is, and the events that WeChat has told of.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // `fetching_until` is the word of the process that fetches a new token; the others use the old one or wait for it.
  await sql`
    create table wechat_token (
      id uuid primary key,
      app_id text not null unique,
      sealed_token text,
      expires_at timestamptz not null,
      fetching_until timestamptz
    )`.execute(db)
  // Found again by its keyed hash; opened only to send something.
  await sql`
    create table wechat_account (
      id uuid primary key,
      open_id_hash text not null unique,
      sealed_open_id text not null,
      person_id uuid not null references person (id),
      reaches_desk boolean not null default false,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      stale_at timestamptz
    )`.execute(db)
  await sql`create index wechat_account_person on wechat_account (person_id, last_seen_at desc)`.execute(db)
  // WeChat repeats an event until it is answered; one and the same is kept once, and what it says until that is done.
  await sql`
    create table wechat_push (
      id uuid primary key,
      digest text not null unique,
      event text not null,
      sealed_payload text,
      received_at timestamptz not null,
      done_at timestamptz
    )`.execute(db)
  await sql`create index wechat_push_received on wechat_push (received_at)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table wechat_push`.execute(db)
  await sql`drop table wechat_account`.execute(db)
  await sql`drop table wechat_token`.execute(db)
}
