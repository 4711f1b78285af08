import { sql } from 'kysely'
import type { DbOf } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { isShown, RANK } from './shown-items.ts'
import type { WorkItemRow } from './work-item.repository.ts'

const nextUnclaimed = prepared<WorkItemRow, 'queueId' | 'viewerId' | 'formerId', 'work_item'>((db, slot) =>
  db
    .selectFrom('work_item')
    .selectAll()
    .where('queue_id', '=', slot('queueId'))
    .where('state', '=', sql.lit('queued' as const))
    .where('referred_queue_id', 'is', null)
    .where(isShown(slot('viewerId'), slot('queueId')))
    .where(sql<boolean>`former_handler_id is distinct from ${slot('formerId')}::uuid`)
    .orderBy(RANK)
    .orderBy('due_at')
    .orderBy('id')
    .limit(sql.lit(1))
    .forUpdate()
    .skipLocked(),
)

/** Nobody has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * The first item of a queue in its order, that nobody has or is being asked to take; held until the transaction ends.
 * `isForAnother` leaves out what the viewer had before it was reopened.
 */
export const lockNextUnclaimed = async (
  db: DbOf<'work_item'>,
  { queueId, viewerId, isForAnother }: { queueId: string; viewerId: string; isForAnother: boolean },
): Promise<WorkItemRow | undefined> =>
  (await nextUnclaimed(db, { queueId, viewerId, formerId: isForAnother ? viewerId : NOBODY }))[0]
