import { sql } from 'kysely'
import type { DbOf } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { isLate, OPEN } from './shown-items.ts'

export interface QueueCountsRow {
  queue_id: string
  open: number
  unclaimed: number
  mine: number
  overdue: number
  referred_here: number
  passed_up: number
  follow_ups_due: number
}

type Name = 'queueIds' | 'viewerId' | 'now' | 'today'

/** Each count is that of a view of the queue; the conditions are the words of the indexes. */
const counts = prepared<QueueCountsRow, Name, 'work_item' | 'follow_up'>((_db, slot) => {
  const shown = sql`${slot('viewerId')}::uuid <> all(work_item.excluded_staff_ids)
    and queue.id <> all(work_item.barred_queue_ids)`
  const shownOpen = sql`work_item.state in ${OPEN} and ${shown}`
  return sql<QueueCountsRow>`
    select queue.id as queue_id, here.*, referred.*, passed.*, calls.*
    from unnest(${slot('queueIds')}::text[]) as queue (id)
    cross join lateral (
      select count(*) as open,
        count(*) filter (where state = 'queued') as unclaimed,
        count(*) filter (where assignee_id = ${slot('viewerId')}::uuid) as mine,
        count(*) filter (where ${isLate(slot('now'))}) as overdue
      from work_item where queue_id = queue.id and ${shownOpen}) here
    cross join lateral (
      select count(*) as referred_here from work_item
      where referred_queue_id = queue.id and ${shownOpen}) referred
    cross join lateral (
      select count(*) as passed_up from work_item
      where supervising_queue_ids @> array[queue.id] and supervising_queue_ids <> '{}' and ${shownOpen}) passed
    cross join lateral (
      select count(*) as follow_ups_due from follow_up call
      join work_item on work_item.community_id = call.community_id and work_item.id = call.work_item_id
      where call.queue_id = queue.id and call.result is null and not call.is_cancelled
        and call.due_on <= ${slot('today')}::date and ${shown}) calls`
})

/** Counts of each queue as this viewer may see it. `today` is the day in Asia/Shanghai. */
export const countByQueue = (
  db: DbOf<'work_item' | 'follow_up'>,
  request: { queueIds: readonly string[]; viewerId: string; now: Date; today: string },
): Promise<QueueCountsRow[]> => counts(db, { ...request, now: request.now.toISOString() })
