import { AppError } from '@little-bench/shared/kernel/errors'
import { canRate } from '@little-bench/shared/work-queue/allowed-moves'
import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { fileLinks } from '../files/index.ts'
import { namesByPersonId, type PersonNames } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { rateableOf } from './item-facts.ts'
import { withFiles } from './message-files.ts'
import { movesThatSucceed } from './moves-that-succeed.ts'
import { notOursOf } from './not-ours-of-item.ts'
import { viewersOf } from './presence.service.ts'
import { presentRelatedItems } from './related-item.presenter.ts'
import { listRelatedItems, type RelatedItemRow } from './related-item.repository.ts'
import { presentTimeline } from './timeline.presenter.ts'
import { canNote, canReply, isStaffRelation, relationsOf, type ServedQueues, servedQueues } from './work-item.policy.ts'
import {
  type Names,
  type Presentation,
  presentQueueItem,
  presentRating,
  presentStanding,
} from './work-item.presenter.ts'
import { findWorkItemById, type RatedWorkItemRow, type WorkItemRow } from './work-item.repository.ts'
import { type EventRow, listEvents } from './work-item-event.repository.ts'

export type WorkItemView = z.input<typeof WorkItem>

export const presentationFor = (engine: Engine, viewer: Viewer): Presentation => ({
  config: engine.config(),
  language: viewer.language,
  viewerId: viewer.personId,
  actorId: viewer.actorId,
  links: fileLinks(engine, viewer.actorId),
  now: engine.clock.now(),
})

/** Names for items and their events in one look-up, however many; requesters and those who act for them are masked. */
export const namesFor = async (
  engine: Engine,
  items: readonly Pick<WorkItemRow, 'requester_id' | 'assignee_id'>[],
  events: readonly EventRow[] = [],
): Promise<Names> => {
  const requesterIds = new Set(items.flatMap((item) => item.requester_id ?? []))
  const proxyIds = events.flatMap(({ actor_id: id, acting_for_id: principalId }) => (id && principalId ? [id] : []))
  const staffIds = new Set([
    ...items.flatMap((item) => item.assignee_id ?? []),
    ...events.flatMap(({ actor_id: actorId, acting_for_id: principalId, details }) =>
      [principalId === null ? (actorId ?? []) : [], details.assigneeId ?? []].flat(),
    ),
  ])
  for (const id of requesterIds) staffIds.delete(id)
  const maskedIds = new Set([...requesterIds, ...proxyIds])
  const names = await namesByPersonId(engine, [...maskedIds, ...staffIds])
  const pick = (ids: ReadonlySet<string>, form: keyof PersonNames): Map<string, string> =>
    new Map([...names].flatMap(([id, name]) => (ids.has(id) ? [[id, name[form]]] : [])))
  return { residents: pick(maskedIds, 'masked'), staff: pick(staffIds, 'full') }
}

/** One item with all that this viewer may know and do. Errors: `not_found` when it does not exist for them. */
export const viewWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
): Promise<WorkItemView> => {
  const item = await findWorkItemById(engine.db, address.communityId, address.workItemId)
  if (!item || relationsOf(item, viewer, servedQueues(viewer.roles, engine.config())).length === 0) {
    throw new AppError('not_found')
  }
  return presentWorkItem(engine, viewer, item, [])
}

/**
 * An item as this viewer sees it. Who has just handed it to another unit is told so once more with what they were to it
 * before, and can do nothing more.
 */
export const presentWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  item: RatedWorkItemRow,
  formerRelations: readonly Relation[],
): Promise<WorkItemView> => {
  const presentation = presentationFor(engine, viewer)
  const served = servedQueues(viewer.roles, presentation.config)
  const current = relationsOf(item, viewer, served)
  const relations = current.length === 0 ? formerRelations : current
  const isStaff = relations.some(isStaffRelation)
  const [events, related] = [
    await listEvents(engine.db, item.community_id, item.id),
    await listRelatedItems(engine.db, item),
  ]
  const parent = related.find(({ id }) => id === item.parent_id)
  const takesWords = engine.subjects.of(item.service).speaksForItself !== true
  const names = await namesFor(engine, [item], events)
  const eventsWithFiles = await withFiles(engine, item.community_id, events)
  return {
    ...presentQueueItem(item, names, presentation),
    ...presentRelatedItems(item, related, { isStaff, mayRead: mayReadOf(viewer, served) }),
    ...presentStanding(item, isStaff, presentation),
    allowedMoves: await movesThatSucceed(engine, viewer, item, current),
    canNote: takesWords && current.length > 0 && canNote(current),
    canReply: takesWords && current.length > 0 && canReply(item, current, parent ?? item),
    canRate: current.includes('requester') && canRate(rateableOf(item), presentation.now),
    rating: presentRating(item),
    notOurs: await notOursOf(engine, item, viewer.language),
    viewers: isStaff ? await viewersOf(engine, item, viewer.personId) : [],
    timeline: presentTimeline(item, eventsWithFiles, relations, names, presentation),
  }
}

/** Another item is named to staff who could open it, and to nobody else. */
const mayReadOf =
  (viewer: Viewer, served: ServedQueues) =>
  (other: RelatedItemRow): boolean =>
    served.has(other.queue_id) && !other.excluded_staff_ids.includes(viewer.personId)
