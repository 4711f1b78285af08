import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { countsOn } from '@little-bench/shared/people/grants'
import { hasPower } from '@little-bench/shared/people/powers'
import type { Context } from '../platform/context.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { ItemReference } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type ActView, type ItemDescription, presentAct } from './act.presenter.ts'
import { type ActRow, listActsBy, listActsFor } from './act-list.repository.ts'
import { datedOf } from './grant.policy.ts'
import { listAcceptedGrants } from './grant.repository.ts'
import { namesByPersonId } from './person-names.service.ts'

/** Describes items of the work queue by work item id; people know nothing of them but their ids. */
export type DescribeItems = (
  items: readonly Omit<ItemReference, 'eventKind'>[],
) => Promise<ReadonlyMap<string, ItemDescription>>

export type ActSide = 'for_me' | 'by_me'

/** One page of what others did for the viewer, or of what the viewer did for others, newest first. */
export const listActs = async (
  context: Context,
  describeItems: DescribeItems,
  viewer: Viewer,
  { side, cursor, limit }: { side: ActSide; cursor?: string | undefined; limit: number },
): Promise<{ items: ActView[]; nextCursor: string | null }> => {
  const list = side === 'for_me' ? listActsFor : listActsBy
  const rows = await list(context.db, viewer.personId, idOfCursor(cursor), limit)
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const names = await namesByPersonId(
    context,
    page.rows.flatMap((row) => [row.actor_id, row.principal_id]),
  )
  const items = await describeItems(page.rows.flatMap(itemOf))
  const mayKnow = side === 'for_me' ? mayKnowOwn(viewer) : await mayKnowOfOthers(context, viewer, page.rows)
  return {
    items: page.rows.map((row) => {
      const item = row.work_item_id === null ? undefined : items.get(row.work_item_id)
      return presentAct(row, names, item && mayKnow(item, row) ? item : undefined, viewer)
    }),
    nextCursor: page.nextCursor,
  }
}

const itemOf = ({ community_id: communityId, work_item_id: workItemId }: ActRow) =>
  communityId === null || workItemId === null ? [] : [{ communityId, workItemId }]

type MayKnow = (item: ItemDescription, row: ActRow) => boolean

/** The person knows all of it; the counter beside them what is delegable. */
const mayKnowOwn =
  ({ authority }: Viewer): MayKnow =>
  ({ isDelegable }) =>
    authority === null || isDelegable

/** A proxy still knows what they may still read; the counter beside a proxy has nothing to do with whom they act for. */
const mayKnowOfOthers = async (
  context: Context,
  { personId, authority }: Viewer,
  rows: readonly ActRow[],
): Promise<MayKnow> => {
  if (authority !== null) return () => false
  const today = shanghaiTime(context.clock.now()).date
  const principalIds = new Set(rows.map((row) => row.principal_id))
  const accepted = await listAcceptedGrants(context.db, personId, [...principalIds])
  const counting = accepted.filter((grant) => countsOn(datedOf(grant), today))
  return (item, row) =>
    item.isDelegable &&
    counting.some((grant) => grant.principal_id === row.principal_id && hasPower(grant.scopes, item.service, 'read'))
}
