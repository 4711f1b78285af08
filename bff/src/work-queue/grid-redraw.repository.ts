import type { Service } from '@little-bench/shared/communities/duty'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import { OPEN } from './shown-items.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'work_item'>

const openItems = (db: Db, communityId: string) =>
  tables(db)
    .selectFrom('work_item')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('state', 'in', OPEN)
    .orderBy('id')

/** Every open item of a community, as it came in. */
export const listOpenItems = (db: Db, communityId: string): Promise<RatedWorkItemRow[]> =>
  openItems(db, communityId).execute()

/** The same, and nobody moves any of them until the transaction ends. */
export const lockOpenItems = (db: Db, communityId: string): Promise<RatedWorkItemRow[]> =>
  openItems(db, communityId).forUpdate().execute()

/** A queue that is gone, and one of those that took its place. */
export interface QueueSuccession {
  from: string
  to: string
}

export interface RefiledItem {
  id: string
  service: Service
  state: WorkItemState
  from_queue_id: string
  queue_id: string
}

/**
 * Finished items of queues that are gone come to `queueId`, so that somebody can still read them; those that were kept
 * from a queue are kept from every one that took its place. Their grid cell stays what it was. Answers those that moved.
 */
export const refileFinishedItems = async (
  db: Db,
  communityId: string,
  queueId: string,
  successions: readonly QueueSuccession[],
): Promise<RefiledItem[]> => {
  const [from, to] = [successions.map((each) => each.from), successions.map((each) => each.to)]
  const succeeded = (column: 'barred_queue_ids' | 'participating_queue_ids') => sql`
    array(
      select distinct coalesce(succession.successor, kept.id)
      from unnest(${sql.ref(column)}) as kept (id)
      left join unnest(${from}::text[], ${to}::text[]) as succession (old, successor) on succession.old = kept.id
      order by 1
    )`
  const { rows } = await sql<RefiledItem>`
    with before as (
      select id, queue_id from work_item
      where community_id = ${communityId} and state in ('resolved', 'closed')
        and (queue_id = any(${from}::text[]) or barred_queue_ids && ${from}::text[] or participating_queue_ids && ${from}::text[])
      for update
    ),
    refiled as (
      update work_item set
        queue_id = case when work_item.queue_id = any(${from}::text[]) then ${queueId} else work_item.queue_id end,
        barred_queue_ids = ${succeeded('barred_queue_ids')},
        participating_queue_ids = ${succeeded('participating_queue_ids')},
        version = version + 1
      from before
      where work_item.community_id = ${communityId} and work_item.id = before.id
      returning work_item.id, work_item.service, work_item.state, before.queue_id as from_queue_id, work_item.queue_id
    )
    select * from refiled where from_queue_id <> queue_id order by id`.execute(tables(db))
  return rows
}

/** Calls that are still to be made are made by whoever has the item now. */
export const moveFollowUps = async (
  db: DbOf<'follow_up' | 'work_item'>,
  communityId: string,
  goneQueueIds: readonly string[],
): Promise<void> => {
  await sql`
    update follow_up set queue_id = work_item.queue_id
    from work_item
    where follow_up.community_id = ${communityId} and follow_up.queue_id = any(${[...goneQueueIds]}::text[])
      and follow_up.result is null
      and work_item.community_id = follow_up.community_id and work_item.id = follow_up.work_item_id`.execute(tables(db))
}
