import { AppError, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { TOTP_PAUSE_MINUTES, TOTP_TRIES } from '@little-bench/shared/people/sign-in'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { giveInvited } from './accept-invitation.service.ts'
import { isStaff } from './desk.policy.ts'
import { findPersonById } from './person.repository.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'
import type { SessionRow } from './session.repository.ts'
import { openDesk } from './session.service.ts'
import { giveAccepted } from './staff-invitation.repository.ts'
import { countWrongTry, lockTotp, type TotpRow, takeStep } from './totp.repository.ts'
import { stepOfCode } from './totp.ts'

const MINUTE_MS = 60_000

/**
 * Opens the desk in a session to whoever shows a code of their authenticator app; the first one finishes its set-up, and
 * the roles that waited for it count. Errors: `totp_wrong`, `totp_paused`, `totp_missing`.
 */
export const confirmTotp = async (
  context: Context,
  log: Log,
  session: SessionRow,
  code: string,
): Promise<{ expiresAt: Date }> => {
  const now = context.clock.now()
  const { person_id: personId } = session
  const outcome = await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const totp = await lockTotp(trx, personId)
    // A wrong try is counted, so it is an answer here and becomes a refusal when it is written down.
    const refusal = totp ? await checkCode(context, trx, totp, code, now) : 'totp_missing'
    if (refusal) return { refusal }
    for (const invitation of await giveAccepted(trx, personId, now))
      await giveInvited(context, trx, personId, invitation)
    const person = await findPersonById(trx, personId)
    if (!isStaff(person?.roles ?? [])) return { refusal: 'totp_missing' as const }
    return { expiresAt: await openDesk(trx, session, now) }
  })
  log.info({ method: 'totp', outcome: outcome.refusal ?? 'desk_opened', personId }, 'sign-in')
  if (outcome.refusal) throw new AppError(outcome.refusal)
  return outcome
}

/** Undefined when the code is right; then it is used up. */
const checkCode = async (
  { sealer }: Context,
  trx: Trx,
  totp: TotpRow,
  code: string,
  now: Date,
): Promise<ErrorCode | undefined> => {
  if (totp.paused_until !== null && new Date(totp.paused_until) > now) return 'totp_paused'
  const secret = sealer.open(totp.sealed_secret, SEALED_SIGN_IN.totpSecret.purposeOf(totp.id))
  const step = stepOfCode(secret, code, now)
  if (step !== null && step > totp.last_step) {
    await takeStep(trx, totp.id, step, now)
    return undefined
  }
  const wrongTries = totp.wrong_tries + 1
  const isShut = wrongTries >= TOTP_TRIES
  const pausedUntil = isShut ? new Date(now.getTime() + TOTP_PAUSE_MINUTES * MINUTE_MS) : null
  await countWrongTry(trx, totp.id, { wrongTries: isShut ? 0 : wrongTries, pausedUntil })
  return 'totp_wrong'
}
