import { AppError } from '@little-bench/shared/kernel/errors'
import { instantOf, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { courtRemindersOn, followUpsOn } from '@little-bench/shared/mediation/after'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import { SIDES } from '@little-bench/shared/mediation/kinds'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import {
  type AgreementRow,
  findAgreement,
  findStandingAgreement,
  insertAgreement,
  insertConfirmation,
  insertFollowUps,
  listConfirmations,
  putIntoEffect,
} from './agreement.repository.ts'
import { sealAgreement } from './agreement-text.ts'
import { isSide } from './case.policy.ts'
import type { CaseAddress } from './case.repository.ts'
import { insertDue } from './case-due.repository.ts'
import { addressOf, type CaseWork, onCase } from './case-work.ts'
import { changeCase, moveCase } from './change-case.ts'
import { viewCase } from './read-case.service.ts'
import { tellMediator, tellSides } from './tell-case.ts'
import { asMediator } from './work-on-case.service.ts'

type CaseView = z.input<typeof MediationCase>

/** Writes a new version; whatever was confirmed before, both confirm anew. */
export const draftAgreement = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  draft: { dispute: string; terms: string; performance: string; on: ServiceDate },
  write: Write,
): Promise<CaseView> =>
  asMediator(engine, viewer, address, write, ['in_session'], async (work) => {
    const { row, trx, now } = work
    const id = uuidv7()
    const newest = await findAgreement(trx, addressOf(row))
    await insertAgreement(trx, {
      community_id: row.community_id,
      id,
      case_id: row.id,
      version: (newest?.version ?? 0) + 1,
      ...sealAgreement(engine.sealer, id, draft),
      agreed_on: draft.on,
      drafted_by: viewer.personId,
      created_at: now.toISOString(),
    })
    await tellSides(await changeCase(work, { isShared: true }), { actorId: viewer.personId })
  })

/**
 * A side confirms one version with its own hand; when both have, it binds from today on (人民调解法 29). Errors: `not_found`
 * for everybody else, `case_changed`, `agreement_changed` for a version that is not the newest.
 */
export const confirmAgreement = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  version: number,
  write: Write,
): Promise<CaseView> => {
  await onCase(engine, viewer, address, write, async (work) => {
    const { row, trx, now } = work
    const side = work.roles.find(isSide)
    if (!side) throw new AppError('not_found')
    const agreement = await findStandingAgreement(trx, row)
    // One that was in effect before it began again is not what is talked about now.
    if (row.state !== 'in_session' || !agreement || agreement.effective_on !== null) throw new AppError('case_changed')
    if (agreement.version !== version) throw new AppError('agreement_changed')
    const confirmation = { communityId: row.community_id, agreementId: agreement.id, side, personId: viewer.personId }
    await insertConfirmation(trx, confirmation, now)
    const confirmed = await changeCase(work, { isShared: true })
    const sides = await listConfirmations(trx, row.community_id, agreement.id)
    if (SIDES.every((each) => sides.includes(each))) await takeEffect(confirmed, agreement)
    else await tellSides(confirmed, { actorId: viewer.personId })
    return {}
  })
  return viewCase(engine, viewer, address)
}

/** A minute of the morning at which people are told. */
const MORNING = 10 * 60

const takeEffect = async (work: CaseWork, agreement: AgreementRow): Promise<void> => {
  const { trx, row, now } = work
  const today = shanghaiTime(now).date
  await putIntoEffect(trx, agreement, today)
  const followUps = SIDES.flatMap((side) =>
    followUpsOn(today).map((dueOn) => ({
      community_id: row.community_id,
      id: uuidv7(),
      case_id: row.id,
      side,
      due_on: dueOn,
    })),
  )
  await insertFollowUps(trx, followUps)
  for (const on of courtRemindersOn(today)) {
    await insertDue(trx, { ...addressOf(row), kind: 'court' }, instantOf(on, MORNING))
  }
  for (const on of followUpsOn(today)) {
    await insertDue(trx, { ...addressOf(row), kind: 'follow' }, instantOf(on, MORNING))
  }
  const agreed = await moveCase(work, { move: 'agree', by: 'rule', actorId: null, isShared: true, outcome: 'agreed' })
  if (row.mediator_id !== null) await tellMediator(agreed, row.mediator_id)
}
