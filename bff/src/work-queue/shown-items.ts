import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_PRIORITY } from '@little-bench/shared/work-queue/priority'
import { sql } from 'kysely'

/** The open states as the indexes name them. */
export const OPEN = sql<WorkItemState>`('queued', 'dispatched', 'accepted')`

/** The first column of the order of a queue, as the indexes name it: the highest raised priority has the lowest rank. */
export const RANK = sql<number>`(- least(${sql.lit(MAX_PRIORITY)}, priority + raised_by))`

/** Somebody whom an item is about does not even see that it is there, nor does a queue that it is kept from. */
export const isShown = (viewerId: string, queueId: string) =>
  sql<boolean>`(${viewerId}::uuid <> all(work_item.excluded_staff_ids)
    and ${queueId}::text <> all(work_item.barred_queue_ids))`

/** A promise to somebody ran out: that it be done, while nobody else is waited for, or that somebody takes it, or answers. */
export const isLate = (now: string) =>
  sql<boolean>`(work_item.requester_id is not null and ((work_item.pause is null and work_item.due_at < ${now}::timestamptz)
    or coalesce(work_item.acceptance_ended_at, ${now}::timestamptz) > work_item.acceptance_due_at
    or coalesce(work_item.first_reply_ended_at, ${now}::timestamptz) > work_item.first_reply_due_at))`
