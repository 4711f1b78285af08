import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { IssueWork } from '../platform/db/tables.generated.ts'

type Db = DbOf<'issue_work'>
export type WorkRow = Selectable<IssueWork>

/** What was last recorded of each work of an issue, by work item id. */
export const listWorkRows = async (db: Db, communityId: string, issueId: string): Promise<Map<string, WorkRow>> => {
  const rows = await tables(db)
    .selectFrom('issue_work')
    .distinctOn('work_item_id')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('issue_id', '=', issueId)
    .orderBy('work_item_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.work_item_id, row]))
}

/** One more record; the earlier ones stay. */
export const insertWorkRow = async (db: Db, row: Insertable<IssueWork>): Promise<WorkRow> =>
  tables(db).insertInto('issue_work').values(row).returningAll().executeTakeFirstOrThrow()

/** Where parts lie, before anybody recorded anything of them. */
export const insertWorkPlaces = async (db: Db, rows: readonly Insertable<IssueWork>[]): Promise<void> => {
  if (rows.length > 0)
    await tables(db)
      .insertInto('issue_work')
      .values([...rows])
      .execute()
}
