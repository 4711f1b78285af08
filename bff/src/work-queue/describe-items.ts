import type { ItemDescription } from '../people/index.ts'
import type { Engine } from './engine.ts'
import { listDescriptions } from './work-item.repository.ts'

/** Items as a list of what was done names them, by work item id; who may know of which is the caller's decision. */
export const describeItems = async (
  engine: Engine,
  items: readonly { communityId: string; workItemId: string }[],
): Promise<ReadonlyMap<string, ItemDescription>> => {
  if (items.length === 0) return new Map()
  const rows = await listDescriptions(engine.db, items)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        communityId: row.community_id,
        workItemId: row.id,
        subjectId: row.subject_id,
        service: row.service,
        receiptNumber: row.receipt_number,
        title: row.title,
        isDelegable: row.is_delegable,
      },
    ]),
  )
}
