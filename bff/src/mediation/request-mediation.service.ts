import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { NewMediation } from '@little-bench/shared/mediation/contract'
import type { CaseState } from '@little-bench/shared/mediation/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, takeReceiptNumber, within } from '../work-queue/index.ts'
import { completeRequest } from './complete-request.service.ts'
import { requireSomebodyElse } from './own-contact.ts'
import { requireTickable } from './tick.ts'
import { writeCase } from './write-case.ts'

export interface RequestedCase {
  id: string
  receiptNumber: string
  state: CaseState
}

/**
 * Asks for mediation: a case of the committee's alone. Errors: `not_found` where nobody mediates, `not_for_mediation` when
 * somebody is in danger, and then nothing at all is written; `respondent_is_yourself`, `unknown_mediator`. Of what staff
 * brought over it makes no second case.
 */
export const requestMediation = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  request: NewMediation,
  write: Write,
): Promise<RequestedCase> => {
  // 人民调解法 25: where violence threatens, the police are told and nothing is mediated.
  if (!request.isSafe) throw new AppError('not_for_mediation')
  const community = communityWithMediation(engine, communityId)
  const { fromWorkItemId: workItemId } = request
  if (workItemId !== undefined) return completeRequest(engine, viewer, { communityId, workItemId }, request, write)
  const now = engine.clock.now()
  const receiptNumber = await takeReceiptNumber(engine, community, now)
  return inTransaction(engine.db, now, write, async (trx) => {
    const id = uuidv7()
    const own = await requireSomebodyElse(within(engine, trx), viewer, request.respondent)
    await requireTickable(trx, communityId, request.trustedMediatorIds, [viewer.personId])
    await writeCase(
      engine,
      trx,
      community,
      {
        ...request,
        id,
        receiptNumber,
        fromWorkItemId: null,
        applicant: { ...own, personId: viewer.personId },
        ticks: request.trustedMediatorIds,
      },
      now,
    )
    return { id, receiptNumber, state: 'requested' }
  })
}

/** Errors: `not_found` for a community whose committee is not here. */
export const communityWithMediation = (engine: Engine, communityId: string): CommunityConfig => {
  const community = communityOf(engine, communityId)
  if (!community.services.includes('mediation')) throw new AppError('not_found')
  return community
}
