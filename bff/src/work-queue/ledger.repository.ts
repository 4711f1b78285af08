import type { Service } from '@little-bench/shared/communities/duty'
import type { ClockResult } from '@little-bench/shared/work-queue/clocks'
import type { Outcome, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { sql } from 'kysely'
import { type Database, type DbOf, tables } from '../platform/db/database.ts'

/** One item of the ledger: no name, no telephone and nothing that a person wrote. */
export interface LedgerRow {
  id: string
  receipt_number: string
  service: Service
  service_code: string
  /** Null where a title could hold words of a person: works of a split item. */
  title: string | null
  is_confidential: boolean
  is_work: boolean
  grid_cell_id: string | null
  first_queue_id: string
  queue_id: string
  state: WorkItemState
  outcome: Outcome | null
  created_at: string
  acceptance_due_at: string
  acceptance_ended_at: string | null
  acceptance_result: ClockResult | null
  accepted_at: string | null
  first_reply_due_at: string
  first_reply_ended_at: string | null
  first_reply_result: ClockResult | null
  replied_at: string | null
  due_at: string
  resolve_ended_at: string | null
  resolve_result: ClockResult | null
  resolved_at: string | null
  is_paused: boolean
  reminders: number
  reopened_count: number
  solved: boolean | null
  satisfaction: number | null
}

export interface LedgerRequest {
  communityId: string
  viewerId: string
  queueIds: readonly string[]
  /** From this instant on, up to and without `until`. */
  from: Date
  until: Date
}

type Db = DbOf<'work_item' | 'work_item_event' | 'work_item_message' | 'work_item_rating'>

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const PAGE = 500
/** A reader who takes nothing for this long is gone: no connection waits for them. */
const PATIENCE_MS = 60_000

/**
 * The ledger page by page, in the order in which the items came in, all of it as it stood when reading began. Holds one
 * connection and one page at a time. Throws when nobody takes the next page within a minute.
 */
export async function* readLedger(db: Database, request: LedgerRequest): AsyncGenerator<LedgerRow[]> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  let isAbandoned = false
  let afterId = BEFORE_ALL
  try {
    for (;;) {
      const rows = await listLedgerPage(trx, request, afterId)
      if (rows.length > 0) {
        const timer = setTimeout(() => {
          isAbandoned = true
          void trx.rollback().execute()
        }, PATIENCE_MS)
        yield rows
        clearTimeout(timer)
      }
      if (isAbandoned) throw new Error('nobody read on')
      const last = rows.at(-1)
      if (rows.length < PAGE || last === undefined) return
      afterId = last.id
    }
  } finally {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
  }
}

/**
 * Items that came in between two instants and that one of the queues has, takes part in or supervises, without those that
 * are kept from the viewer. Times and results are those of the newest round; what happened when is read from the events.
 */
const listLedgerPage = async (db: Db, request: LedgerRequest, afterId: string): Promise<LedgerRow[]> => {
  const { rows } = await sql<LedgerRow>`
    select item.id, item.receipt_number, item.service, item.service_code,
      case when item.parent_id is null then item.title end as title,
      item.confidentiality = 'confidential' as is_confidential, item.parent_id is not null as is_work,
      item.grid_cell_id, first.queue_id as first_queue_id, item.queue_id, item.state, item.outcome, item.created_at,
      item.acceptance_due_at, item.acceptance_ended_at, happened.results ->> 'acceptance' as acceptance_result, happened.accepted_at,
      item.first_reply_due_at, item.first_reply_ended_at, happened.results ->> 'first_reply' as first_reply_result, happened.replied_at,
      item.due_at, item.resolve_ended_at, happened.results ->> 'resolve' as resolve_result, item.resolved_at,
      item.pause is not null as is_paused, item.reminders, item.reopened_count, rating.solved, rating.satisfaction
    from (
      select * from work_item
      where community_id = ${request.communityId} and id > ${afterId}::uuid
        and created_at >= ${request.from.toISOString()}::timestamptz and created_at < ${request.until.toISOString()}::timestamptz
        and ${request.viewerId}::uuid <> all(excluded_staff_ids)
        and exists (
          select from unnest(${[...request.queueIds]}::text[]) as served (id)
          where served.id = any(array[queue_id] || participating_queue_ids || supervising_queue_ids)
            and served.id <> all(barred_queue_ids)
        )
      order by id limit ${PAGE}
    ) as item
    left join work_item_rating as rating
      on rating.community_id = item.community_id and rating.work_item_id = item.id and rating.round = item.reopened_count
    cross join lateral (
      select queue_id from work_item_event as event
      where event.community_id = item.community_id and event.work_item_id = item.id
      order by id limit 1
    ) as first
    cross join lateral (
      select
        min(event.created_at) filter (where event.kind in ('claimed', 'accepted', 'referral_accepted')) as accepted_at,
        min(event.created_at) filter (
          where message.visible_to = 'requester' and event.acting_for_id is null and event.actor_id <> item.requester_id and event.kind <> 'reopened'
        ) as replied_at,
        -- Of a name that comes twice jsonb keeps the later value.
        jsonb_object_agg(change.value ->> 'clock', change.value ->> 'result' order by event.id)
          filter (where change.value ->> 'change' = 'ended') as results
      from work_item_event as event
      left join jsonb_array_elements(event.clocks) as change (value) on true
      left join work_item_message as message
        on message.community_id = event.community_id and message.id = event.message_id
      where event.community_id = item.community_id and event.work_item_id = item.id
        and event.id >= coalesce((
          select reopened.id from work_item_event as reopened
          where reopened.community_id = item.community_id and reopened.work_item_id = item.id and reopened.kind = 'reopened'
          order by reopened.id desc limit 1
        ), ${BEFORE_ALL}::uuid)
    ) as happened
    order by item.id`.execute(tables(db))
  return rows
}
