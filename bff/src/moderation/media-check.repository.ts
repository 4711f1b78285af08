import type { Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { MediaCheck } from '../platform/db/tables.generated.ts'

type Db = DbOf<'media_check'>
export type MediaVerdict = NonNullable<Selectable<MediaCheck>['verdict']>
interface RowAddress {
  communityId: string
  id: string
}

/** Keeps what WeChat was asked under this id; answers its verdict when that came first. */
export const keepQuestion = async (
  db: Db,
  traceId: string,
  { communityId, id }: RowAddress,
  now: Date,
): Promise<MediaVerdict | null> => {
  const asked = { community_id: communityId, held_content_id: id }
  const { verdict } = await tables(db)
    .insertInto('media_check')
    .values({ trace_id: traceId, ...asked, verdict: null, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('trace_id').doUpdateSet(asked))
    .returning('verdict')
    .executeTakeFirstOrThrow()
  return verdict
}

/** Keeps the first verdict under this id; answers what it is about when that is known already. */
export const keepVerdict = async (
  db: Db,
  traceId: string,
  verdict: MediaVerdict,
  now: Date,
): Promise<RowAddress | null> => {
  const kept = await tables(db)
    .insertInto('media_check')
    .values({ trace_id: traceId, community_id: null, held_content_id: null, verdict, created_at: now.toISOString() })
    .onConflict((conflict) =>
      conflict.column('trace_id').doUpdateSet({ verdict }).where('media_check.verdict', 'is', null),
    )
    .returning(['community_id', 'held_content_id'])
    .executeTakeFirst()
  if (!kept || kept.community_id === null || kept.held_content_id === null) return null
  return { communityId: kept.community_id, id: kept.held_content_id }
}

/** Forgets what was asked and answered before then. */
export const deleteMediaChecks = async (db: Db, before: Date): Promise<void> => {
  await tables(db).deleteFrom('media_check').where('created_at', '<', before.toISOString()).execute()
}
