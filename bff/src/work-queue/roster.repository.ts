import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { DispatchMode, DutyShift, Loads } from '@little-bench/shared/work-queue/roster'
import { type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { DutyRoster } from '../platform/db/tables.generated.ts'

type Db = DbOf<'duty_roster' | 'work_item'>
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

/** Open items of a queue by whoever has them. */
export const countOpenByAssignee = async (db: Db, queueId: string): Promise<Loads> => {
  const rows = await tables(db)
    .selectFrom('work_item')
    .select(({ fn }) => ['assignee_id', fn.countAll<number>().as('open')])
    .where('queue_id', '=', queueId)
    .where('state', 'in', sql<WorkItemState>`('queued', 'dispatched', 'accepted')`)
    .where('assignee_id', 'is not', null)
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.assignee_id === null ? [] : [[row.assignee_id, row.open] as const])))
}
