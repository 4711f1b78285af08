import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import type { Side } from '@little-bench/shared/mediation/kinds'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { isSide, shownTo } from './case.policy.ts'
import { type CaseAddress, updateParty } from './case.repository.ts'
import { type CaseWorkBy, onCase } from './case-work.ts'
import { changeCase, moveCase } from './change-case.ts'
import { askMediator, chooseNext, openAnswerTime } from './choose-next.ts'
import { findProposal, insertProposalAnswer, listProposalAnswers } from './choosing.repository.ts'
import { refuse } from './move-case.service.ts'
import { viewCase } from './read-case.service.ts'
import { type Spoken, spokenAs } from './spoken.ts'
import { tellCommittee } from './tell-case.ts'
import { tick } from './tick.ts'

type CaseView = z.input<typeof MediationCase>

/** Something that a side does itself, and the case as it reads it afterwards. Errors: `not_found` for everybody else. */
const asSide = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  write: Write,
  answer: (work: CaseWorkBy, side: Side) => Promise<void>,
): Promise<CaseView> => {
  await onCase(engine, viewer, address, write, async (work) => {
    const side = work.roles.find(isSide)
    if (!side) throw new AppError('not_found')
    await answer(work, side)
    return {}
  })
  return viewCase(engine, viewer, address)
}

const requireTime = ({ row, now }: CaseWorkBy): void => {
  if (row.answer_until !== null && new Date(row.answer_until).getTime() <= now.getTime()) {
    throw new AppError('answer_too_late')
  }
}

/**
 * The other side takes part, with whom they trust and how they want to be spoken to, or does not. Errors: `not_found` for everybody else, `case_changed`
 * when they have answered, `answer_too_late`, `unknown_mediator`.
 */
export const answerInvitation = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  { accept, trustedMediatorIds, ...spoken }: Spoken & { accept: boolean; trustedMediatorIds: readonly string[] },
  write: Write,
): Promise<CaseView> =>
  asSide(engine, viewer, address, write, async (work, side) => {
    if (side !== 'respondent') throw new AppError('not_found')
    if (work.row.state !== 'inviting') throw new AppError('case_changed')
    requireTime(work)
    if (!accept) return refuse(work, viewer.personId)
    await updateParty(work.trx, work.parties.respondent, spokenAs(spoken))
    await tick(work, side, trustedMediatorIds)
    // Whoever has not ticked in this round yet has the same time from now on.
    const change = await openAnswerTime(work)
    await chooseNext(
      await moveCase(work, { move: 'join', by: 'respondent', actorId: viewer.personId, isShared: true, change }),
    )
  })

/** Ticks of a further round, or of the first one by whoever was not asked then. Errors: as above. */
export const chooseMediators = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  trustedMediatorIds: readonly string[],
  write: Write,
): Promise<CaseView> =>
  asSide(engine, viewer, address, write, async (work, side) => {
    // What the applicant reads as an open invitation takes their ticks, whether it is one or not.
    const { state } = shownTo(work.row, work.roles, work.now)
    const isFirst = side === 'applicant' && (state === 'requested' || state === 'inviting')
    if (!isFirst && state !== 'choosing') throw new AppError('case_changed')
    if (state === 'choosing') requireTime(work)
    await tick(work, side, trustedMediatorIds)
    const ticked = await changeCase(work, { isShared: false })
    if (ticked.row.state === 'choosing') await chooseNext(ticked)
  })

/**
 * Takes or refuses whom the committee proposes; the other side's answer shows nowhere. Errors: `not_found`,
 * `case_changed` when there is no proposal or they have answered it.
 */
export const answerProposal = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  isAccepted: boolean,
  write: Write,
): Promise<CaseView> =>
  asSide(engine, viewer, address, write, async (work, side) => {
    const { row, trx, now } = work
    if (row.state !== 'choosing' || row.proposal_id === null) throw new AppError('case_changed')
    const answer = { communityId: row.community_id, proposalId: row.proposal_id, side, isAccepted }
    if (!(await insertProposalAnswer(trx, answer, now))) throw new AppError('case_changed')
    const answered = await changeCase(work, { isShared: false })
    const answers = await listProposalAnswers(trx, row.community_id, row.proposal_id)
    if (answers.applicant === undefined || answers.respondent === undefined) return
    const proposal = await findProposal(trx, row.community_id, row.proposal_id)
    if (answers.applicant && answers.respondent && proposal) {
      await askMediator(answered, proposal.mediator_id)
      return
    }
    // Neither learns who did not want to: both wait until the committee proposes somebody else or ends it.
    await tellCommittee(answered)
  })
