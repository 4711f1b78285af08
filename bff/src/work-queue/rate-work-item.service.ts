import { AppError } from '@little-bench/shared/kernel/errors'
import { canRate } from '@little-bench/shared/work-queue/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, type Once } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from './engine.ts'
import { movableOf } from './movable.ts'
import { viewWorkItem } from './read-work-item.service.ts'
import { insertRating, lockWorkItemById } from './work-item.repository.ts'
import { insertEvent } from './work-item-event.repository.ts'

export interface NewRating {
  solved: boolean
  /** 1 to 5. */
  satisfaction: number
  comment?: string | undefined
}

/**
 * Keeps the requester's answer for this round; a reopened item is asked about again.
 * Errors: `not_found` for anybody else, `not_rateable` before it is resolved, `already_rated`.
 */
export const rateWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
  rating: NewRating,
  once: Once | undefined,
): ReturnType<typeof viewWorkItem> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, once, async (trx) => {
    // A rating that crosses a reopening belongs to the round before it or is refused, never to the wrong one.
    const item = await lockWorkItemById(trx, address.communityId, address.workItemId)
    if (!item || item.requester_id !== viewer.personId) throw new AppError('not_found')
    const movable = movableOf(item)
    if (movable.ratedSolved !== null) throw new AppError('already_rated')
    if (!canRate(movable)) throw new AppError('not_rateable')
    const isFirst = await insertRating(trx, {
      community_id: item.community_id,
      work_item_id: item.id,
      round: item.reopened_count,
      solved: rating.solved,
      satisfaction: rating.satisfaction,
      comment: rating.comment ?? null,
      rated_by: viewer.personId,
      rated_at: now.toISOString(),
    })
    if (!isFirst) throw new AppError('already_rated')
    await insertEvent(trx, {
      community_id: item.community_id,
      id: uuidv7(),
      work_item_id: item.id,
      kind: 'rated',
      from_state: item.state,
      to_state: item.state,
      queue_id: item.queue_id,
      actor_id: viewer.personId,
      visible_to: 'requester',
      created_at: now.toISOString(),
    })
    return viewWorkItem(within(engine, trx), viewer, address)
  })
}
