import { AppError } from '@little-bench/shared/kernel/errors'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { stepOf } from './move-steps.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { lockNextUnclaimed } from './unclaimed.repository.ts'
import { servedQueues } from './work-item.policy.ts'

/**
 * Gives the viewer the item of a queue that is due first and that nobody has; null when there is none. Many may ask at
 * once: nobody gets what another is getting, and nobody waits for it. Errors: `not_served_queue`.
 */
export const claimNextItem = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  write: Write,
): Promise<{ item: WorkItemView | null }> => {
  if (!servedQueues(viewer.roles, engine.config()).has(queueId)) throw new AppError('not_served_queue')
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const item = await lockNextUnclaimed(trx, { queueId, viewerId: viewer.personId })
    if (!item) return { item: null }
    const inside = within(engine, trx)
    const context = { engine: inside, trx, viewer, item, now }
    const step = await stepOf(context, { move: 'claim', version: item.version })
    return { item: await presentWorkItem(inside, viewer, await applyStep(inside, trx, item, step, now), []) }
  })
}
