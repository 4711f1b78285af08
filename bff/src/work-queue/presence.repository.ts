import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'presence'>

interface PresenceOf {
  communityId: string
  workItemId: string
  personId: string
}

/** Notes that somebody has an item open. */
export const savePresence = async (db: Db, { communityId, workItemId, personId }: PresenceOf, seenAt: Date) => {
  await tables(db)
    .insertInto('presence')
    .values({
      community_id: communityId,
      work_item_id: workItemId,
      person_id: personId,
      seen_at: seenAt.toISOString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'work_item_id', 'person_id'])
        .doUpdateSet({ seen_at: (eb) => eb.ref('excluded.seen_at') }),
    )
    .execute()
}

export const deletePresence = async (db: Db, { communityId, workItemId, personId }: PresenceOf): Promise<void> => {
  await tables(db)
    .deleteFrom('presence')
    .where('community_id', '=', communityId)
    .where('work_item_id', '=', workItemId)
    .where('person_id', '=', personId)
    .execute()
}

/** Who was seen at an item since then. */
export const listPresent = async (
  db: Db,
  item: { community_id: string; id: string },
  seenSince: Date,
): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('presence')
    .select('person_id')
    .where('community_id', '=', item.community_id)
    .where('work_item_id', '=', item.id)
    .where('seen_at', '>', seenSince.toISOString())
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Forgets who was seen last before then. */
export const deleteOldPresence = async (db: Db, before: Date): Promise<void> => {
  await tables(db).deleteFrom('presence').where('seen_at', '<', before.toISOString()).execute()
}
