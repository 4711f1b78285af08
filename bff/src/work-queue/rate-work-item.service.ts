import { AppError } from '@little-bench/shared/kernel/errors'
import { canRate } from '@little-bench/shared/work-queue/allowed-moves'
import { handOf, reaches } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { cancelFollowUps } from './follow-up.repository.ts'
import { rateableOf } from './item-facts.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { relationsOf } from './work-item.policy.ts'
import { insertRating, lockWorkItemById } from './work-item.repository.ts'

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
  write: Write,
): Promise<WorkItemView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    // A rating that crosses a reopening belongs to the round before it or is refused, never to the wrong one.
    const item = await lockWorkItemById(trx, address.communityId, address.workItemId)
    const isTheirs = item && relationsOf(item, viewer, new Map()).includes('requester')
    if (!isTheirs) throw new AppError('not_found')
    if (!reaches(viewer, item.service, 'manage')) throw new AppError('proxy_power_missing')
    const rateable = rateableOf(item)
    if (rateable.ratedSolved !== null) throw new AppError('already_rated')
    if (!canRate(rateable, now)) throw new AppError('not_rateable')
    const isFirst = await insertRating(trx, {
      community_id: item.community_id,
      work_item_id: item.id,
      round: item.reopened_count,
      solved: rating.solved,
      satisfaction: rating.satisfaction,
      comment: rating.comment ?? null,
      rated_by: viewer.actorId,
      rated_at: now.toISOString(),
    })
    if (!isFirst) throw new AppError('already_rated')
    const { solved, satisfaction } = rating
    const rated = await applyStep(
      within(engine, trx),
      trx,
      { ...item, solved, satisfaction, comment: rating.comment ?? null, rated_at: now.toISOString() },
      { kind: 'rated', ...handOf(viewer), details: { solved, satisfaction }, keepsVersion: true },
      now,
    )
    await cancelFollowUps(trx, rated)
    return presentWorkItem(within(engine, trx), viewer, rated, [])
  })
}
