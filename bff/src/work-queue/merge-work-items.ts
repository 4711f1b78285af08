import { AppError } from '@little-bench/shared/kernel/errors'
import { allowedMoves } from '@little-bench/shared/work-queue/allowed-moves'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { applyStep } from './apply-step.ts'
import { movableOf } from './item-facts.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'
import { repointDuplicates } from './related-item.repository.ts'
import { relationsOf, servedQueues } from './work-item.policy.ts'
import {
  LOCK_NOT_AVAILABLE,
  lockWorkItemById,
  lockWorkItemByReceipt,
  type RatedWorkItemRow,
} from './work-item.repository.ts'

/**
 * One of two items that are the same ends in the other. Both must be open, of one service, equally confidential and kept
 * from the same queues, and the caller must be allowed to end the one that ends and to work on the one that goes on. Error: `merge_not_possible`.
 * Closing rule: whoever reported the one that ended reads every reply of the other, is told of its end and may reopen
 * their own; only the one that goes on is rated.
 */
export const merge = async (context: MoveContext, body: BodyOf<'merge'>): Promise<RatedWorkItemRow> => {
  const { engine, trx, item, viewer, now } = context
  const other = await held(() => lockWorkItemByReceipt(trx, item.community_id, body.receiptNumber))
  if (!other || !areMergeable(item, other) || !isAllowed(context, other)) throw new AppError('merge_not_possible')
  const [duplicate, primary] = body.direction === 'into' ? [item, other] : [other, item]
  const ended = await applyStep(
    engine,
    trx,
    duplicate,
    {
      kind: 'merged',
      actorId: viewer.personId,
      change: { state: 'closed', outcome: 'merged', closed_at: now.toISOString(), merged_into_id: primary.id },
      details: { receiptNumbers: [primary.receipt_number] },
      ...noteOf(body),
    },
    now,
  )
  await repointDuplicates(trx, item.community_id, duplicate.id, primary.id)
  // What neighbours said of the one that ended may have raised it.
  const raised = (await lockWorkItemById(trx, primary.community_id, primary.id)) ?? primary
  const goesOn = await applyStep(
    engine,
    trx,
    raised,
    { kind: 'absorbed', actorId: viewer.personId, details: { receiptNumbers: [duplicate.receipt_number] } },
    now,
  )
  return body.direction === 'into' ? ended : goesOn
}

/** Somebody is moving it at this moment: whoever merges looks again. */
const held = async <Row>(lock: () => Promise<Row>): Promise<Row> => {
  try {
    return await lock()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
      throw new AppError('stale_version')
    throw error
  }
}

const areMergeable = (item: RatedWorkItemRow, other: RatedWorkItemRow): boolean =>
  other.id !== item.id &&
  other.service === item.service &&
  other.confidentiality === item.confidentiality &&
  // Whoever follows the one must not read the number of another that is kept from them.
  isEqualSet(other.barred_queue_ids, item.barred_queue_ids) &&
  isEqualSet(other.excluded_staff_ids, item.excluded_staff_ids) &&
  isOpen(other.state) &&
  other.parent_id === null

const isEqualSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((value) => others.includes(value))

const isAllowed = ({ engine, viewer, now }: MoveContext, other: RatedWorkItemRow): boolean => {
  const relations = relationsOf(other, viewer, servedQueues(viewer.roles, engine.config()))
  return allowedMoves(movableOf(engine, other), relations, now).some(({ move }) => move === 'merge')
}
