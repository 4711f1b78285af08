import { type Expression, sql } from 'kysely'

/**
 * Whether an item is kept from somebody, within a statement of another engine: it is about them or their staff, or it is
 * their own.
 */
export const isKeptFrom = (communityId: Expression<string>, workItemId: Expression<string>, personId: string) =>
  sql<boolean>`exists (
    select from work_item
    where work_item.community_id = ${communityId} and work_item.id = ${workItemId}
      and (${personId}::uuid = any(work_item.excluded_staff_ids)
        or work_item.requester_id is not distinct from ${personId}::uuid))`
