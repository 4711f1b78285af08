import type { DELIVERY_VIEWS } from '@little-bench/shared/notifications/subscribe.contract'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { DeliveryRow } from './delivery.repository.ts'

type Db = DbOf<'message_delivery'>

/** What has been stuck for longer nobody will mend by looking at it. */
const LOOKED_AT_DAYS = 7

const isStuck = (now: Date) => {
  const since = new Date(now.getTime() - LOOKED_AT_DAYS * 86_400_000)
  return sql<boolean>`stuck_at <= ${now.toISOString()} and stuck_at > ${since.toISOString()}`
}

/** Messages of a community on their way, newest first. */
export const listDeliveryRows = (
  db: Db,
  communityId: string,
  { view, beforeId, limit }: { view: (typeof DELIVERY_VIEWS)[number]; beforeId: string | undefined; limit: number },
  now: Date,
): Promise<DeliveryRow[]> =>
  tables(db)
    .selectFrom('message_delivery')
    .selectAll()
    .where('community_id', '=', communityId)
    .$if(view === 'stuck', (query) => query.where(isStuck(now)))
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** How many are stuck in a community, or everywhere. */
export const countStuck = async (db: Db, now: Date, communityId?: string): Promise<number> => {
  const { count } = await tables(db)
    .selectFrom('message_delivery')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isStuck(now))
    .$if(communityId !== undefined, (query) => query.where('community_id', '=', communityId ?? ''))
    .executeTakeFirstOrThrow()
  return count
}

/** For so long somebody may ask what became of a message. */
const KEPT_DAYS = 180

/** Forgets how old messages fared and what was answered long ago; the agreements themselves stay. */
export const forgetOldMessages = async (
  db: DbOf<'message_delivery' | 'subscribe_answer'>,
  now: Date,
): Promise<void> => {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString()
  await tables(db).deleteFrom('message_delivery').where('created_at', '<', oldest).execute()
  await tables(db).deleteFrom('subscribe_answer').where('at', '<', oldest).execute()
}
