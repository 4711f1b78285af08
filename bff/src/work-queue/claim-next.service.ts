import { AppError } from '@little-bench/shared/kernel/errors'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { isLeftToAnother } from './dispatch-candidates.ts'
import { type Engine, within } from './engine.ts'
import { stepOf } from './move-steps.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { lockNextUnclaimed } from './unclaimed.repository.ts'
import { servedQueues } from './work-item.policy.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/**
 * Gives the viewer the first item of a queue, in its order, that nobody has; null when there is none. Many may ask at
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
    const inside = within(engine, trx)
    const item = await nextFor(inside, trx, viewer.personId, queueId)
    if (!item) return { item: null }
    const context = { engine: inside, trx, viewer, item, receiptNumber: null, now }
    const step = await stepOf(context, { move: 'claim', version: item.version })
    return { item: await presentWorkItem(inside, viewer, await applyStep(inside, trx, item, step, now), []) }
  })
}

/** Who else is there is only asked when it matters: of what the viewer had before, the first is left to another. */
const nextFor = async (
  engine: Engine,
  trx: Trx,
  viewerId: string,
  queueId: string,
): Promise<WorkItemRow | undefined> => {
  const first = await lockNextUnclaimed(trx, { queueId, viewerId, isForAnother: false })
  if (!first || !(await isLeftToAnother(engine, first, viewerId))) return first
  return lockNextUnclaimed(trx, { queueId, viewerId, isForAnother: true })
}
