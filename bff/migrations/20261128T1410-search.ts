import { type Kysely, sql } from 'kysely'

/** The words by which staff find an item. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create extension if not exists pg_trgm`.execute(db)
  // Each letter of Han and Tibetan stands three times, so that a word of one or two of them has a trigram of its own.
  await sql`
    create function searchable(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(lower(normalize(words, NFKC)), '([\u0f00-\u0f0a\u0f0e-\u0fff\u2e80-\u9fff])', '\\1\\1\\1', 'g')`.execute(
    db,
  )
  await sql`
    create table work_item_words (
      community_id text not null,
      work_item_id uuid not null,
      label text not null,
      subject text not null default '',
      said text not null default '',
      words text not null generated always as (label || E'\n' || subject || E'\n' || said) stored,
      primary key (community_id, work_item_id),
      foreign key (community_id, work_item_id) references work_item (community_id, id)
    )`.execute(db)
  await sql`
    insert into work_item_words (community_id, work_item_id, label, subject, said)
    select item.community_id, item.id, item.receipt_number || E'\n' || item.title, coalesce(issue.description, ''),
      coalesce((
        select string_agg(message.body, E'\n' order by message.id) from work_item_message as message
        where message.community_id = item.community_id and message.work_item_id = item.id and message.redacted_at is null
      ), '')
    from work_item as item
    left join issue on issue.community_id = item.community_id and issue.work_item_id = item.id`.execute(db)
  await sql`create index work_item_words_found on work_item_words using gin (searchable(words) gin_trgm_ops)`.execute(
    db,
  )
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table work_item_words`.execute(db)
  await sql`drop function searchable`.execute(db)
  await sql`drop extension pg_trgm`.execute(db)
}
