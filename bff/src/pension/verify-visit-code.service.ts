import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { MAX_WRONG_VISIT_CODES } from '@little-bench/shared/pension/ways'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { lockOwnVisit } from './change-visit.service.ts'
import { countWrongCode, type VisitAddress } from './home-visit.repository.ts'
import { openAtOrNull } from './sealed-visit.ts'
import { callAboutLockedCard } from './tell-of-visit.ts'
import { isSaidCode } from './visit-code.ts'

export interface CodeCheck {
  isRight: boolean
  isLocked: boolean
  triesLeft: number
}

const LOCKED: CodeCheck = { isRight: false, isLocked: true, triesLeft: 0 }

/**
 * Whether what somebody said at the door is the code of this visit. It is right on its day alone: on any other nobody is
 * sent, whoever knows it, and whoever tries their own card before the day uses no try up. Three wrong ones lock the card, on
 * any day, and the counter calls the elder at once. Errors: `not_found`, `visit_changed` when nothing is planned.
 */
export const verifyVisitCode = (
  engine: Engine,
  viewer: Viewer,
  address: VisitAddress,
  said: string,
  write: Write,
): Promise<CodeCheck> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const visit = await lockOwnVisit(trx, viewer, address)
    const code = openAtOrNull(engine.sealer, 'code', visit.id, visit.sealed_code)
    if (visit.state !== 'planned' || code === null) throw new AppError('visit_changed')
    if (visit.locked_at !== null) return LOCKED
    if (isSaidCode(engine.sealer, said, code)) {
      const isRight = visit.visit_on === shanghaiTime(now).date
      return { isRight, isLocked: false, triesLeft: MAX_WRONG_VISIT_CODES - visit.wrong_codes }
    }
    const counted = await countWrongCode(trx, address, now)
    if (!counted) throw new AppError('visit_changed')
    if (counted.locked_at === null) {
      return { isRight: false, isLocked: false, triesLeft: MAX_WRONG_VISIT_CODES - counted.wrong_codes }
    }
    await callAboutLockedCard(engine, trx, visit)
    return LOCKED
  })
}
