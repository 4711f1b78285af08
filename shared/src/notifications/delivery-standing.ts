import type { DeliveryProblem, DeliveryState } from './templates.ts'

/** Where a delivery stands. */
export interface Standing {
  state: DeliveryState
  problem: DeliveryProblem | null
  /** When it is tried next; set exactly while it waits. */
  nextAt: Date | null
}

/** Only whoever runs the server can mend these, and until then nobody gets a message of that template. */
export const OPERATORS_PROBLEMS: readonly DeliveryProblem[] = ['template_banned', 'content_refused', 'configuration']
export const isForOperator = (problem: DeliveryProblem | null): boolean =>
  problem !== null && OPERATORS_PROBLEMS.includes(problem)

/** WeChat has it: whoever has the app was told. */
export const hasArrived = (state: DeliveryState): boolean => state === 'sent' || state === 'delivered'

const LATE_MS = 15 * 60_000

interface Watched extends Standing {
  changedAt: Date
  /** When the counter is to call, and has not yet. */
  callAt: Date | null
  /** Somebody should call, and nobody knows a number. */
  isUnreachable: boolean
}

/**
 * From when on a delivery is stuck, if nothing else becomes of it: nobody works through what waits, nobody asks after what
 * was handed over, nobody calls, or only the operator can mend it. Undelivered alone is not stuck: the inbox has it.
 */
export const stuckFrom = ({ state, problem, nextAt, changedAt, callAt, isUnreachable }: Watched): Date | null => {
  if (isUnreachable || (state === 'failed' && isForOperator(problem))) return changedAt
  if (state === 'waiting') return nextAt && new Date(nextAt.getTime() + LATE_MS)
  if (state === 'sending') return new Date(changedAt.getTime() + LATE_MS)
  return hasArrived(state) || callAt === null
    ? null
    : new Date(Math.max(callAt.getTime(), changedAt.getTime()) + LATE_MS)
}
