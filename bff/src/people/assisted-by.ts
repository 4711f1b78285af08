import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { ASSIST_REASONS, type AssistReason } from '@little-bench/shared/people/assist'
import type { OnBehalf } from '../platform/db/transaction.ts'
import { findOpenSession, holdSession } from './authority.repository.ts'
import { recordAct } from './proxy-act.repository.ts'

/**
 * The right of staff to do one thing for somebody beside them, where the operation names the person itself: held and
 * recorded like any act for somebody. `reasons` are those for which the session may have been opened.
 * Errors, when it is held: `assist_session_missing`.
 */
export const assistedBy = (
  { staffId, residentId }: { staffId: string; residentId: string },
  operation: string,
  reasons: readonly AssistReason[] = ASSIST_REASONS,
): OnBehalf => {
  let sessionId: string | null = null
  return {
    wasAsked: false,
    async hold(trx, now) {
      const pair = { actorId: staffId, principalId: residentId, now, today: shanghaiTime(now).date }
      const open = await findOpenSession(trx, pair)
      const isOpen = open && reasons.includes(open.reason) && (await holdSession(trx, pair, open.id))
      if (!isOpen) throw new AppError('assist_session_missing')
      sessionId = open.id
    },
    async record(trx, item, now) {
      await recordAct(trx, { principalId: residentId, actorId: staffId, sessionId, operation }, item, now)
    },
  }
}
