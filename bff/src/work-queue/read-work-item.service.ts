import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { WorkItem } from '@little-bench/shared/work-queue/contract'
import { allowedMoves, canRate } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { namesByPersonId, type PersonNames } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { dispatchCandidates } from './dispatch-candidates.ts'
import type { Engine } from './engine.ts'
import { movableOf } from './movable.ts'
import { relationsTo, servedQueues } from './work-item.policy.ts'
import {
  type Names,
  type Presentation,
  presentQueueItem,
  presentRating,
  presentTimeline,
} from './work-item.presenter.ts'
import { findWorkItemById, type RatedWorkItemRow, type WorkItemRow } from './work-item.repository.ts'
import { type EventRow, listEvents } from './work-item-event.repository.ts'

type WorkItemView = z.input<typeof WorkItem>

export const presentationFor = (engine: Engine, viewer: Viewer): Presentation => ({
  config: engine.config(),
  language: viewer.language,
  viewerId: viewer.personId,
  now: engine.clock.now(),
})

/** Names for items and their events in one look-up, however many there are; a requester is masked on both. */
export const namesFor = async (
  engine: Engine,
  items: readonly Pick<WorkItemRow, 'requester_id' | 'assignee_id'>[],
  events: readonly EventRow[] = [],
): Promise<Names> => {
  const requesterIds = new Set(items.map((item) => item.requester_id))
  const staffIds = new Set([
    ...items.flatMap((item) => item.assignee_id ?? []),
    ...events.map((event) => event.actor_id).filter((id) => !requesterIds.has(id)),
  ])
  const names = await namesByPersonId(engine, [...requesterIds, ...staffIds])
  const pick = (ids: ReadonlySet<string>, form: keyof PersonNames): Map<string, string> =>
    new Map([...names].flatMap(([id, name]) => (ids.has(id) ? [[id, name[form]]] : [])))
  return { requesters: pick(requesterIds, 'masked'), staff: pick(staffIds, 'full') }
}

/** One item with all that this viewer may know and do. Errors: `not_found` when it does not exist for them. */
export const viewWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
): Promise<WorkItemView> => {
  const item: RatedWorkItemRow | undefined = await findWorkItemById(engine.db, address.communityId, address.workItemId)
  if (!item) throw new AppError('not_found')
  const presentation = presentationFor(engine, viewer)
  const relations = relationsTo(item, viewer.personId, servedQueues(viewer.roles, presentation.config))
  if (relations.length === 0) throw new AppError('not_found')
  const events = await listEvents(engine.db, item.community_id, item.id)
  const names = await namesFor(engine, [item], events)
  const moves = allowedMoves(movableOf(item), relations, presentation.now)
  const canDispatch = moves.some(({ move }) => move === 'dispatch')
  return {
    ...presentQueueItem(item, names, presentation),
    routedBecause: inLanguage(item.routed_because, viewer.language),
    allowedMoves: moves,
    dispatchCandidates: canDispatch ? await dispatchCandidates(engine, item) : [],
    canRate: relations.includes('requester') && canRate(movableOf(item)),
    rating: presentRating(item),
    reopenedCount: item.reopened_count,
    timeline: presentTimeline(item, events, relations, names, presentation),
  }
}
