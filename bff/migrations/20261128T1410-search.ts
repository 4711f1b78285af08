import { type Kysely, sql } from 'kysely'

/** The words by which staff find an item. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create extension if not exists pg_trgm`.execute(db)
  // Between letters of Han and of Tibetan stands a letter that nobody writes, so that even a word of one or two of them
  // has a trigram of its own: 路灯 is ǂ路ǂ灯ǂ. A text holds a word exactly when it does so in this form.
  await sql`
    create function findable(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(
      regexp_replace(lower(normalize(words, NFKC)), '([\u0f00-\u0f0a\u0f0e-\u0fff\u2e80-\u9fff])', '\\1ǂ', 'g'),
      '(^|[^ǂ])([\u0f00-\u0f0a\u0f0e-\u0fff\u2e80-\u9fff])', '\\1ǂ\\2', 'g')`.execute(db)
  await sql`
    create table work_item_words (
      community_id text not null,
      work_item_id uuid not null,
      label text not null,
      subject text not null default '',
      said text not null default '',
      heard text not null default '',
      findable text not null generated always as (findable(label || E'\n' || subject || E'\n' || said || E'\n' || heard)) stored,
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
  // Each row is indexed as it comes: a list of those that wait would be worked off by one unlucky report.
  await sql`
    create index work_item_words_found on work_item_words using gin (findable gin_trgm_ops) with (fastupdate = off)`.execute(
    db,
  )
  // For words that half of all items hold: the newest are looked through one by one.
  await sql`create index work_item_words_newest on work_item_words (work_item_id desc)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table work_item_words`.execute(db)
  await sql`drop function findable`.execute(db)
  await sql`drop extension pg_trgm`.execute(db)
}
