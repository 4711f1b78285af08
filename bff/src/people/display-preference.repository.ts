import type { DisplayPreferences } from '@little-bench/shared/people/contract'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'display_preference'>

/** How the person reads; undefined until they have chosen. */
export const findDisplayPreferences = async (db: Db, personId: string): Promise<DisplayPreferences | undefined> => {
  const row = await tables(db)
    .selectFrom('display_preference')
    .select(['language', 'is_elder_mode', 'text_step'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { language: row.language, isElderMode: row.is_elder_mode, textStep: row.text_step }
}

/** The last choice counts, on whichever phone it was made. */
export const upsertDisplayPreferences = async (
  db: Db,
  personId: string,
  { language, isElderMode, textStep }: DisplayPreferences,
  now: Date,
): Promise<void> => {
  const chosen = {
    language,
    is_elder_mode: isElderMode,
    text_step: textStep,
    chosen_at: now.toISOString(),
  }
  await tables(db)
    .insertInto('display_preference')
    .values({ person_id: personId, ...chosen })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
    .execute()
}
