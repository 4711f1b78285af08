import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { DispatchMode, DutyShift, Loads } from '@little-bench/shared/work-queue/roster'
import { type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { DutyRoster } from '../platform/db/tables.generated.ts'
import { RANK } from './shown-items.ts'
import { lockWorkItemById, type RatedWorkItemRow, type WorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'duty_roster' | 'work_item' | 'work_item_event'>
export type RosterRow = Selectable<DutyRoster>

/** The roster in force; undefined before anybody has saved one. */
export const findNewestRoster = (db: Db, queueId: string): Promise<RosterRow | undefined> =>
  tables(db)
    .selectFrom('duty_roster')
    .selectAll()
    .where('queue_id', '=', queueId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export interface NewRoster {
  queueId: string
  /** The version that this one replaces; 0 for the first. */
  replaces: number
  mode: DispatchMode
  shifts: readonly DutyShift[]
  savedBy: string
  savedAt: Date
}

/** Checks and changes in one statement: false when another version is in force than the one that was looked at. */
export const insertRoster = async (db: Db, roster: NewRoster): Promise<boolean> => {
  const { queueId, replaces, mode, shifts, savedBy, savedAt } = roster
  const inserted = await tables(db)
    .insertInto('duty_roster')
    .columns(['queue_id', 'version', 'mode', 'shifts', 'saved_by', 'saved_at'])
    .expression(
      tables(db)
        .selectNoFrom([
          sql<string>`${queueId}::text`.as('queue_id'),
          sql<number>`${replaces}::integer + 1`.as('version'),
          sql<DispatchMode>`${mode}::text`.as('mode'),
          sql<string>`${JSON.stringify(shifts)}::jsonb`.as('shifts'),
          sql<string>`${savedBy}::uuid`.as('saved_by'),
          sql<string>`${savedAt.toISOString()}::timestamptz`.as('saved_at'),
        ])
        .where(
          sql<boolean>`${replaces}::integer = (select coalesce(max(version), 0) from duty_roster where queue_id = ${queueId})`,
        ),
    )
    // Of two who saved at the same time the second waits here and finds the version taken.
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Open items of these people, in whichever queue: who serves two cells has two cells to do. */
export const countOpenByAssignee = async (db: Db, personIds: readonly string[]): Promise<Loads> => {
  const rows = await tables(db)
    .selectFrom('work_item')
    .select(({ fn }) => ['assignee_id', fn.countAll<number>().as('open')])
    .where('assignee_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .where('state', 'in', sql<WorkItemState>`('dispatched', 'accepted')`)
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.assignee_id === null ? [] : [[row.assignee_id, row.open] as const])))
}

/** The rosters in force, of every queue that has one. */
export const listNewestRosters = (db: Db): Promise<RosterRow[]> =>
  tables(db)
    .selectFrom('duty_roster')
    .selectAll()
    .distinctOn('queue_id')
    .orderBy('queue_id')
    .orderBy('version', 'desc')
    .execute()

type ItemAddress = Pick<WorkItemRow, 'community_id' | 'id'>

/** Items of these queues that nobody has, in the order of a queue. */
export const listWaitingItems = (db: Db, queueIds: readonly string[], limit: number): Promise<ItemAddress[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(['community_id', 'id'])
    .where('queue_id', '=', sql<string>`any(${sql.val([...queueIds])}::text[])`)
    .where('state', '=', sql<WorkItemState>`'queued'`)
    .where('referred_queue_id', 'is', null)
    .orderBy(RANK)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** The item while nobody has it and nobody else is at it. */
export const lockWaitingItem = async (
  trx: Trx,
  { community_id: communityId, id }: ItemAddress,
): Promise<RatedWorkItemRow | undefined> => {
  const locked = await tables<'work_item'>(trx)
    .selectFrom('work_item')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return locked && lockWorkItemById(trx, communityId, id)
}

/** Everybody who has ever had the item in their hands. */
export const listFormerHandlers = async (db: Db, item: ItemAddress): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('work_item_event')
    .select(sql<string | null>`coalesce(details ->> 'assigneeId', actor_id::text)`.as('person_id'))
    .distinct()
    .where('community_id', '=', item.community_id)
    .where('work_item_id', '=', item.id)
    .where('kind', 'in', ['claimed', 'dispatched', 'accepted', 'transferred', 'referral_accepted'])
    .execute()
  return rows.flatMap((row) => row.person_id ?? [])
}
