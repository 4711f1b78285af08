import { AppError } from '@little-bench/shared/kernel/errors'
import type { AllowedMove } from '@little-bench/shared/work-queue/allowed-moves'
import type { Move, Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import { handOf, reaches } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import { requiredMessage } from '../platform/http/field-messages.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { closeWorkItem } from './close-work-item.ts'
import { convert } from './convert-work-item.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { type Engine, within } from './engine.ts'
import { takeReceiptNumber } from './enqueue.service.ts'
import { scheduleFollowUp } from './follow-up.service.ts'
import { movesOf } from './item-facts.ts'
import { merge } from './merge-work-items.ts'
import type { MoveContext } from './move-context.ts'
import { stepOf } from './move-steps.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { recategorise, relocate } from './recategorise-work-item.ts'
import { reopenItem } from './reopen-work-item.ts'
import { split } from './split-work-item.ts'
import { relationsOf, servedQueues } from './work-item.policy.ts'
import { lockWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

/** What this viewer is to the item. Errors: `not_found` when it does not exist for them, `proxy_power_missing`. */
const moverRelations = (engine: Engine, item: RatedWorkItemRow, viewer: Viewer): Relation[] => {
  const relations = relationsOf(item, viewer, servedQueues(viewer.roles, engine.config()))
  if (relations.length === 0) throw new AppError('not_found')
  if (!reaches(viewer, item.service, 'manage')) throw new AppError('proxy_power_missing')
  return relations
}

const requireNeeds = (body: MoveBody, allowed: AllowedMove, viewer: Viewer): void => {
  const sent: Record<string, unknown> = body
  const missing = allowed.needs.filter((need) => sent[need] === undefined)
  if (missing.length === 0) return
  const message = requiredMessage(viewer.language)
  throw new AppError(
    'validation_failed',
    missing.map((field) => ({ field, message })),
  )
}

/** Makes a move that is allowed. Errors: those of its own needs; nothing is written unless all of it is. */
const make = async (context: MoveContext, body: MoveBody): Promise<RatedWorkItemRow> => {
  const { engine, trx, item, viewer, now } = context
  switch (body.move) {
    case 'close':
      return closeWorkItem(context, body)
    case 'reopen':
      return reopenItem(engine, trx, item, { ...handOf(viewer), note: body.note, fileIds: body.fileIds, now })
    case 'recategorise':
      return recategorise(context, body)
    case 'relocate':
      return relocate(context, body)
    case 'merge':
      return merge(context, body)
    case 'split':
      return split(context, body)
    case 'convert':
      return convert(context, body)
    case 'return': {
      const returned = await applyStep(engine, trx, item, await stepOf(context, body), now)
      return dispatchByRoster(engine, trx, returned, { excluded: formerHandler(item), now })
    }
    case 'resolve': {
      const resolved = await applyStep(engine, trx, item, await stepOf(context, body), now)
      await scheduleFollowUp(engine, trx, resolved, now)
      return resolved
    }
    default: {
      const step = await stepOf(context, body)
      return applyStep(engine, trx, item, { ...step, keepsVersion: KEEPS_VERSION.includes(body.move) }, now)
    }
  }
}

const formerHandler = (item: RatedWorkItemRow): string[] => (item.assignee_id === null ? [] : [item.assignee_id])

/** Numbers are counted before the transaction; a conversion that is refused leaves a gap. */
const numberForConversion = async (
  engine: Engine,
  communityId: string,
  { move }: MoveBody,
  now: Date,
): Promise<string | null> => {
  const community = engine.config().communities.get(communityId)
  return move === 'convert' && community ? takeReceiptNumber(engine, community, now) : null
}

/** A reminder changes nothing that a worker is looking at: it may not make their next move stale. */
const KEEPS_VERSION: readonly Move[] = ['remind']

/** Moves that name or find a queue of the map of grid cells, which may not be drawn anew meanwhile. */
const CHOOSES_QUEUE: readonly Move[] = ['refer', 'invite', 'split', 'recategorise', 'relocate', 'convert', 'reopen']

/**
 * Makes one move, in one transaction. Errors: `not_found`, `stale_version`, `move_not_allowed`, `validation_failed` for a
 * missing need, and those of the move itself. Nothing is written unless all of it is.
 */
export const moveWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
  body: MoveBody,
  write: Write,
): Promise<WorkItemView> => {
  const now = engine.clock.now()
  const receiptNumber = await numberForConversion(engine, address.communityId, body, now)
  return inTransaction(engine.db, now, write, async (trx) => {
    if (CHOOSES_QUEUE.includes(body.move)) await engine.gridMaps.holdGridMap(trx, address.communityId)
    // Held, because notes and replies change an item without a new version: a move must not write over them.
    const item = await lockWorkItemById(trx, address.communityId, address.workItemId)
    if (!item) throw new AppError('not_found')
    const relations = moverRelations(engine, item, viewer)
    const moves = movesOf(engine, item, relations, now)
    if (item.version !== body.version) throw new AppError('stale_version')
    const allowed = moves.find(({ move }) => move === body.move)
    if (!allowed) throw new AppError('move_not_allowed')
    requireNeeds(body, allowed, viewer)
    const inside = within(engine, trx)
    const after = await make({ engine: inside, trx, viewer, item, receiptNumber, now }, body)
    return presentWorkItem(inside, viewer, after, relations)
  })
}
