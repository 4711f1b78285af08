import { type Expression, sql } from 'kysely'

/** Whether an item was solved, within a statement of a feature: it counts its own subjects by that and reads no item. */
export const isSolved = (communityId: Expression<string>, workItemId: Expression<string>) =>
  sql<boolean>`exists (
    select from work_item
    where work_item.community_id = ${communityId} and work_item.id = ${workItemId} and work_item.outcome = 'solved')`
