import { AppError } from '@little-bench/shared/kernel/errors'
import type { NewMediation } from '@little-bench/shared/mediation/contract'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { findCaseOfItem, updateParty } from './case.repository.ts'
import { onCase } from './case-work.ts'
import { changeCase } from './change-case.ts'
import { requireSomebodyElse } from './own-contact.ts'
import type { RequestedCase } from './request-mediation.service.ts'
import { sealAt, sealAtOrNull } from './sealed-case.ts'
import { spokenAs } from './spoken.ts'
import { tick } from './tick.ts'

interface CompletedFrom {
  communityId: string
  workItemId: string
}

/**
 * What the resident says themselves about what staff brought over from an item of theirs: who the other side is, what it
 * may read, whom they trust. Once, while the committee has not begun. Errors: `not_found` for everybody else,
 * `case_changed` when it was said already or the committee has begun; `respondent_is_yourself`, `unknown_mediator`.
 */
export const completeRequest = async (
  engine: Engine,
  viewer: Viewer,
  from: CompletedFrom,
  request: NewMediation,
  write: Write,
): Promise<RequestedCase> => {
  const found = await findCaseOfItem(engine.db, from, viewer.personId)
  if (!found) throw new AppError('not_found')
  const address = { communityId: from.communityId, caseId: found.id }
  return onCase(engine, viewer, address, write, async (work) => {
    const { trx, row, parties } = work
    const { respondent } = parties
    await requireSomebodyElse(work.engine, viewer, request.respondent)
    if (row.state !== 'requested' || respondent.sealed_name !== null) throw new AppError('case_changed')
    const { sealer } = work.engine
    const { disclosure } = request
    await updateParty(trx, respondent, {
      sealed_name: sealAt(sealer, 'name', respondent.id, request.respondent.name),
      sealed_phone: sealAtOrNull(sealer, 'phone', respondent.id, request.respondent.phone),
    })
    await updateParty(trx, parties.applicant, spokenAs(request))
    await tick(work, 'applicant', request.trustedMediatorIds)
    await changeCase(work, {
      isShared: true,
      change: {
        dispute_kind: request.disputeKind,
        sealed_statement: sealAt(sealer, 'statement', row.id, request.statement),
        discloses_name: disclosure.name,
        discloses_statement: disclosure.statement,
        sealed_words: sealAtOrNull(sealer, 'words', row.id, disclosure.words),
      },
    })
    return { id: row.id, receiptNumber: row.receipt_number, state: row.state }
  })
}
