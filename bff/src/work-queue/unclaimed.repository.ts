import { sql } from 'kysely'
import type { DbOf } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { isShown } from './shown-items.ts'
import type { WorkItemRow } from './work-item.repository.ts'

const nextUnclaimed = prepared<WorkItemRow, 'queueId' | 'viewerId', 'work_item'>((db, slot) =>
  db
    .selectFrom('work_item')
    .selectAll()
    .where('queue_id', '=', slot('queueId'))
    .where('state', '=', sql.lit('queued' as const))
    .where('referred_queue_id', 'is', null)
    .where(isShown(slot('viewerId'), slot('queueId')))
    .orderBy('due_at')
    .orderBy('id')
    .limit(sql.lit(1))
    .forUpdate()
    .skipLocked(),
)

/** The item of a queue that is due first, that nobody has or is being asked to take; held until the transaction ends. */
export const lockNextUnclaimed = async (
  db: DbOf<'work_item'>,
  request: { queueId: string; viewerId: string },
): Promise<WorkItemRow | undefined> => (await nextUnclaimed(db, request))[0]
