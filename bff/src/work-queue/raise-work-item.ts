import { raisedBy } from '@little-bench/shared/work-queue/priority'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/** So many households have the same trouble: the item, held by the caller, goes where that puts it in its queue. */
export const raise = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  households: number,
  now: Date,
): Promise<void> => {
  const raised = raisedBy(households, engine.config().timerRules.endorsementsRaise)
  if (raised === item.raised_by) return
  const step = { kind: 'raised', actorId: null, change: { raised_by: raised }, details: { count: households } } as const
  await applyStep(within(engine, trx), trx, item, { ...step, keepsVersion: true }, now)
}
