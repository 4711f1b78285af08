import { AppError } from '@little-bench/shared/kernel/errors'
import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { deleteOldPresence, deletePresence, listPresent, savePresence } from './presence.repository.ts'
import { isStaffRelation, type RelatableItem, relationsTo, servedQueues } from './work-item.policy.ts'
import { findWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

export type ItemViewers = z.input<typeof WorkItem>['viewers']

export interface ItemAddress {
  communityId: string
  workItemId: string
}

/** Whoever has not said for this long that they have an item open has left it. */
const SEEN_MS = 40_000

/** Whether somebody works with an item: only they say that they look at it, and only they are told who does. */
export const isStaffOf = (engine: Engine, viewer: Pick<Viewer, 'personId' | 'roles'>, item: RelatableItem): boolean =>
  relationsTo(item, viewer.personId, servedQueues(viewer.roles, engine.config())).some(isStaffRelation)

/** Who else has an item open now; the caller has checked that `exceptPersonId` may know. */
export const viewersOf = async (
  engine: Engine,
  item: Pick<RatedWorkItemRow, 'community_id' | 'id'>,
  exceptPersonId: string,
): Promise<ItemViewers> => (await everybodyAt(engine, item)).filter(({ id }) => id !== exceptPersonId)

/** Everybody who has an item open now. */
export const everybodyAt = async (
  engine: Engine,
  item: Pick<RatedWorkItemRow, 'community_id' | 'id'>,
): Promise<ItemViewers> => {
  const ids = await listPresent(engine.db, item, new Date(engine.clock.now().getTime() - SEEN_MS))
  const names = await namesByPersonId(engine, ids)
  return ids.map((id) => ({ id, name: names.get(id)?.full ?? '' }))
}

/**
 * Notes that the viewer has an item open, for 40 seconds, or has closed it. Answers who else has it open.
 * Errors: `not_found`, also for the requester.
 */
export const announcePresence = async (
  engine: Engine,
  viewer: Pick<Viewer, 'personId' | 'roles'>,
  address: ItemAddress,
  isViewing: boolean,
): Promise<{ viewers: ItemViewers }> => {
  const item = await findWorkItemById(engine.db, address.communityId, address.workItemId)
  if (!item || !isStaffOf(engine, viewer, item)) throw new AppError('not_found')
  const before = await everybodyAt(engine, item)
  const presence = { ...address, personId: viewer.personId }
  if (isViewing) await savePresence(engine.db, presence, engine.clock.now())
  else await deletePresence(engine.db, presence)
  const wasViewing = before.some(({ id }) => id === viewer.personId)
  if (wasViewing !== isViewing) engine.live.viewersChanged(address)
  return { viewers: before.filter(({ id }) => id !== viewer.personId) }
}

/** Forgets those who left without saying so. */
export const forgetOldPresence = (engine: Engine, now: Date): Promise<void> =>
  deleteOldPresence(engine.db, new Date(now.getTime() - SEEN_MS))
