import { AppError } from '@little-bench/shared/kernel/errors'
import { EVENT_OF_MOVE, LIFECYCLE } from '@little-bench/shared/work-queue/lifecycle'
import type { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import { handOf } from '../platform/authority.ts'
import type { Step } from './apply-step.ts'
import { dispatchCandidates, isLeftToAnother } from './dispatch-candidates.ts'
import { invitableQueues, referableQueues } from './item-choices.ts'
import { circumstancesOf, rungsLeft } from './item-facts.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'

/** Moves that are one step on one item; the others re-route it, make items of it or end it in another. */
export type OneStepMove = Exclude<
  MoveBody['move'],
  'split' | 'merge' | 'recategorise' | 'relocate' | 'convert' | 'reopen' | 'close'
>

/** The step that a move means. Errors: those of its own needs, named in the contract. */
export const stepOf = async (context: MoveContext, body: BodyOf<OneStepMove>): Promise<Step> => {
  const { item, viewer } = context
  const rule = LIFECYCLE[item.state][body.move]
  if (!rule) throw new AppError('move_not_allowed')
  const { change, details } = await effectOf(context, body)
  return {
    kind: EVENT_OF_MOVE[body.move],
    ...handOf(viewer),
    change: { state: rule.to, ...change },
    ...(details && { details }),
    ...noteOf(body),
  }
}

type Effect = Pick<Step, 'change' | 'details'>

const effectOf = async (context: MoveContext, body: BodyOf<OneStepMove>): Promise<Effect> => {
  const { item, viewer, now } = context
  switch (body.move) {
    case 'claim':
      if (await isLeftToAnother(context.engine, item, viewer.personId)) throw new AppError('move_not_allowed')
      return { change: { assignee_id: viewer.personId } }
    case 'accept':
      return { change: { assignee_id: viewer.personId } }
    case 'dispatch':
    case 'transfer':
      return {
        change: { assignee_id: await colleague(context, body.assigneeId) },
        details: { assigneeId: body.assigneeId },
      }
    case 'return':
      return { change: { assignee_id: null } }
    case 'refer':
      return referral(context, body)
    case 'accept_referral':
      return acceptance(context)
    case 'refuse_referral':
      return {
        change: { referred_queue_id: null },
        details: { fromQueueId: item.referred_queue_id ?? item.queue_id, toQueueId: item.queue_id },
      }
    case 'invite':
      return invitation(context, body)
    case 'ask_resident':
      return { change: { pause: 'waiting_for_resident', paused_at: now.toISOString(), asked_again: 0 } }
    case 'suspend':
      return suspension(context, body)
    case 'escalate':
      return passingUp(context)
    case 'remind':
      return {
        change: { reminded_at: now.toISOString(), reminders: item.reminders + 1 },
        details: { count: item.reminders + 1 },
      }
    case 'resolve':
      return { change: { resolved_at: now.toISOString(), is_asked_to_rate: false } }
    case 'withdraw':
      return { change: { outcome: 'withdrawn', closed_at: now.toISOString() } }
    case 'answer':
    case 'resume':
      return {}
  }
}

/** Somebody of the queue who may have the item. Errors: `assignee_not_in_queue`. */
const colleague = async ({ engine, item }: MoveContext, assigneeId: string): Promise<string> => {
  const candidates = await dispatchCandidates(engine, item)
  if (!candidates.some(({ id }) => id === assigneeId)) throw new AppError('assignee_not_in_queue')
  return assigneeId
}

const referral = ({ engine, item }: MoveContext, { queueId }: BodyOf<'refer'>): Effect => {
  if (!referableQueues(engine.config(), item).some(({ id }) => id === queueId)) throw new AppError('queue_not_eligible')
  return { change: { referred_queue_id: queueId }, details: { fromQueueId: item.queue_id, toQueueId: queueId } }
}

/** Whoever accepts has it; the unit that sent it follows what becomes of it (首接负责). */
const acceptance = ({ engine, item, viewer }: MoveContext): Effect => {
  const toQueueId = item.referred_queue_id ?? item.queue_id
  const nameOf = (id: string): string => engine.config().queues.get(id)?.name.zh ?? id
  return {
    change: {
      queue_id: toQueueId,
      assignee_id: viewer.personId,
      referred_queue_id: null,
      participating_queue_ids: [...new Set([...item.participating_queue_ids, item.queue_id])].filter(
        (id) => id !== toQueueId,
      ),
      supervising_queue_ids: item.supervising_queue_ids.filter((id) => id !== toQueueId),
      route_rule_id: 'referral',
      routed_because: { zh: `由${nameOf(item.queue_id)}转来，${nameOf(toQueueId)}已经接下。` },
    },
    details: { fromQueueId: item.queue_id, toQueueId },
  }
}

const invitation = ({ engine, item }: MoveContext, { queueIds }: BodyOf<'invite'>): Effect => {
  const eligible = invitableQueues(engine.config(), item)
  if (!queueIds.every((queueId) => eligible.some(({ id }) => id === queueId))) throw new AppError('queue_not_eligible')
  return {
    change: { participating_queue_ids: [...new Set([...item.participating_queue_ids, ...queueIds])] },
    details: { queueIds: [...new Set<string>(queueIds)] },
  }
}

const DAY_MS = 86_400_000

/** Errors: `suspension_too_long` beyond the longest suspension, or when it would have ended already. */
const suspension = ({ engine, item, now }: MoveContext, { reason, until }: BodyOf<'suspend'>): Effect => {
  const { rules } = circumstancesOf(engine, item)
  const end = new Date(until)
  const longest = now.getTime() + rules.maxSuspensionDays * DAY_MS
  if (end.getTime() <= now.getTime() || end.getTime() > longest) throw new AppError('suspension_too_long')
  return {
    change: {
      pause: 'suspended',
      paused_at: now.toISOString(),
      suspension_reason: reason,
      suspended_until: end.toISOString(),
      suspensions: item.suspensions + 1,
    },
    details: { reason, until: end.toISOString() },
  }
}

const passingUp = ({ engine, item, now }: MoveContext): Effect => {
  const [rung] = rungsLeft(engine, item)
  if (rung === undefined) throw new AppError('move_not_allowed')
  return {
    change: { supervising_queue_ids: [...item.supervising_queue_ids, rung], climbed_at: now.toISOString() },
    details: { toQueueId: rung },
  }
}
