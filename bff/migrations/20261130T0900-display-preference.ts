import { type Kysely, sql } from 'kysely'

const LANGUAGES = ['zh', 'bo']
const TEXT_STEPS = ['standard', 'large', 'largest']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** How somebody reads follows them from phone to phone. Without a word on 长辈版 each phone decides by its own letters. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table display_preference (
      person_id uuid primary key references person (id),
      language text not null check (language in (${listed(LANGUAGES)})),
      is_elder_mode boolean,
      text_step text not null check (text_step in (${listed(TEXT_STEPS)})),
      chosen_at timestamptz not null
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table display_preference`.execute(db)
}
