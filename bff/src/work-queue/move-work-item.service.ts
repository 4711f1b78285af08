import { AppError } from '@little-bench/shared/kernel/errors'
import type { Notice } from '@little-bench/shared/notifications/notices'
import type { MoveBody } from '@little-bench/shared/work-queue/contract'
import {
  type AllowedMove,
  AUDIENCE_OF_NOTE,
  allowedMoves,
  EVENT_OF_MOVE,
  LIFECYCLE,
  type Move,
} from '@little-bench/shared/work-queue/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Once } from '../platform/db/transaction.ts'
import { requiredMessage } from '../platform/http/field-messages.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { decideAgain } from './decide-again.ts'
import { dispatchCandidates } from './dispatch-candidates.ts'
import { type Engine, within } from './engine.ts'
import { movableOf } from './movable.ts'
import { viewWorkItem } from './read-work-item.service.ts'
import { relationsTo, servedQueues } from './work-item.policy.ts'
import { changeWorkItem, findWorkItemById, type RatedWorkItemRow, type WorkItemChange } from './work-item.repository.ts'
import { insertEvent, insertEventWithMessage } from './work-item-event.repository.ts'

/** The moves this viewer could make now. Errors: `not_found` when the item does not exist for them. */
const movesFor = (engine: Engine, item: RatedWorkItemRow, viewer: Viewer, now: Date): AllowedMove[] => {
  const relations = relationsTo(item, viewer.personId, servedQueues(viewer.roles, engine.config()))
  if (relations.length === 0) throw new AppError('not_found')
  return allowedMoves(movableOf(item), relations, now)
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

const assigneeAfter = async (engine: Engine, item: RatedWorkItemRow, body: MoveBody, viewer: Viewer) => {
  switch (body.move) {
    case 'claim':
    case 'accept':
      return viewer.personId
    case 'dispatch': {
      const candidates = await dispatchCandidates(engine, item)
      if (!candidates.some(({ id }) => id === body.assigneeId)) throw new AppError('assignee_not_in_queue')
      return body.assigneeId
    }
    case 'return':
    case 'reopen':
      return null
    case 'resolve':
    case 'close':
    case 'withdraw':
      return item.assignee_id
  }
}

const outcomeAfter = (item: RatedWorkItemRow, body: MoveBody) => {
  if (body.move === 'withdraw') return 'withdrawn'
  if (body.move !== 'close') return null
  return item.state === 'resolved' ? 'solved' : (body.outcome ?? null)
}

const changeOf = async (
  engine: Engine,
  item: RatedWorkItemRow,
  body: MoveBody,
  viewer: Viewer,
  now: Date,
): Promise<WorkItemChange> => {
  const rule = LIFECYCLE[item.state][body.move]
  if (!rule) throw new AppError('move_not_allowed')
  const isReopened = body.move === 'reopen'
  const at = now.toISOString()
  return {
    state: rule.to,
    outcome: outcomeAfter(item, body),
    assigneeId: await assigneeAfter(engine, item, body, viewer),
    resolvedAt: isReopened ? null : body.move === 'resolve' ? at : item.resolved_at,
    closedAt: rule.to === 'closed' ? at : null,
    dueAt: isReopened ? decideAgain(engine, item, now).toISOString() : item.due_at,
    reopenedCount: item.reopened_count + (isReopened ? 1 : 0),
  }
}

const NOTICE_OF_MOVE: Partial<Record<Move, Notice>> = {
  claim: 'accepted',
  accept: 'accepted',
  resolve: 'resolved',
  close: 'closed',
  return: 'returned_to_queue',
}

const recordMove = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  body: MoveBody,
  move: { change: WorkItemChange; actorId: string; now: Date },
): Promise<void> => {
  const at = move.now.toISOString()
  const event = {
    community_id: item.community_id,
    id: uuidv7(),
    work_item_id: item.id,
    kind: EVENT_OF_MOVE[body.move],
    from_state: item.state,
    to_state: move.change.state,
    queue_id: item.queue_id,
    actor_id: move.actorId,
    visible_to: 'requester' as const,
    created_at: at,
  }
  if (body.note === undefined) await insertEvent(trx, event)
  else {
    await insertEventWithMessage(trx, event, {
      community_id: item.community_id,
      id: uuidv7(),
      work_item_id: item.id,
      author_id: move.actorId,
      body: body.note,
      visible_to: AUDIENCE_OF_NOTE[body.move],
      created_at: at,
    })
  }
  await engine.subjects.moved(trx, item, event.kind, move.now)
  const kind = NOTICE_OF_MOVE[body.move]
  if (kind === undefined || move.actorId === item.requester_id) return
  await engine.notifications.notify(trx, {
    kind,
    personId: item.requester_id,
    communityId: item.community_id,
    workItemId: item.id,
    subjectId: item.subject_id,
    details: { title: item.title, receiptNumber: item.receipt_number },
  })
}

/**
 * Makes one move, in one transaction. Errors: `not_found`, `stale_version`, `move_not_allowed`, `validation_failed` for a
 * missing need, `assignee_not_in_queue`. Nothing is written unless all of it is.
 */
export const moveWorkItem = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
  body: MoveBody,
  once: Once | undefined,
): ReturnType<typeof viewWorkItem> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, once, async (trx) => {
    const item = await findWorkItemById(trx, address.communityId, address.workItemId)
    if (!item) throw new AppError('not_found')
    const moves = movesFor(engine, item, viewer, now)
    if (item.version !== body.version) throw new AppError('stale_version')
    const allowed = moves.find(({ move }) => move === body.move)
    if (!allowed) throw new AppError('move_not_allowed')
    requireNeeds(body, allowed, viewer)
    const change = await changeOf(within(engine, trx), item, body, viewer, now)
    const version = await changeWorkItem(trx, item, body.version, change)
    if (version === undefined) throw new AppError('stale_version')
    await recordMove(engine, trx, item, body, { change, actorId: viewer.personId, now })
    return viewWorkItem(within(engine, trx), viewer, address)
  })
}
