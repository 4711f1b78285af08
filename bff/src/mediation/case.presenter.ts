import { CommunityId, MediationCaseId, MediatorId, WorkItemId } from '@little-bench/shared/kernel/ids'
import { confirmableUntil } from '@little-bench/shared/mediation/after'
import { type SideStage, sideStage } from '@little-bench/shared/mediation/choosing'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import { SIDES, type Side } from '@little-bench/shared/mediation/kinds'
import type { CaseState } from '@little-bench/shared/mediation/lifecycle'
import type { z } from 'zod'
import { isSide, movesFor, type ShownState, shownTo } from './case.policy.ts'
import type { CaseRow, PartyRow } from './case.repository.ts'
import type { CaseWords } from './case-words.ts'
import type { FoundCase } from './read-case.service.ts'

type CaseView = z.input<typeof MediationCase>

/** While these last, a side is asked something or waits for something. */
const CHOOSING: readonly CaseState[] = ['requested', 'inviting', 'choosing', 'ordered']
/** From `accepted` on both know who mediates. */
const TAKEN: readonly CaseState[] = [
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'not_agreed',
  'follow_up',
  // Whoever was only asked when somebody left is not kept.
  'closed',
]

/**
 * A case as one viewer may see it. What a side reads follows from its own answers and from what both have reached; staff
 * read the truth, in lists without words and names.
 */
export const presentCase = (found: FoundCase, words: CaseWords): CaseView => {
  const { row, parties, roles } = found
  const side = roles.find(isSide) ?? null
  const shown = shownTo(row, roles, words.now)
  return {
    id: MediationCaseId.parse(row.id),
    communityId: CommunityId.parse(row.community_id),
    receiptNumber: row.receipt_number,
    disputeKind: row.dispute_kind,
    ...shown,
    yourSide: side,
    stage: side && CHOOSING.includes(shown.state) ? stageOf(row, shown, words) : null,
    ...sayings(row, side, words),
    respondentPhone: words.respondentPhone,
    spoken: SIDES.filter((each) => roles.includes(each) || (side === null && roles.length > 0)).map((each) =>
      spokenBy(parties[each]),
    ),
    answerUntil: row.answer_until,
    round: row.round,
    yourTicks: side && words.ticks.flatMap(({ mediatorIds }) => mediatorIds.map((id) => MediatorId.parse(id))),
    canPropose: words.isCommitteesTurn,
    proposal: (words.proposedId !== null && words.cards.get(words.proposedId)) || null,
    mediator: mediatorFor(row, side, words),
    checklist: side === null ? { law: row.has_law, policy: row.has_policy, plan: row.has_plan } : null,
    sessions: words.isInList ? [] : words.sessions,
    agreement: words.isInList ? null : agreementOf(words),
    followUpsOn: words.followUps
      .filter((each) => each.result === null && (side === null || each.side === side))
      .map(({ due_on: on }) => on),
    followUps:
      side === null
        ? words.followUps.map(({ id, side: asked, due_on: on, result }) => ({
            id,
            side: asked,
            on,
            result,
            note: words.followUpNotes.get(id) ?? null,
          }))
        : null,
    toCall: words.toCall,
    reasons: roles.includes('committee') ? words.reasons : null,
    fromWorkItemId:
      row.from_work_item_id !== null && (side === 'applicant' || roles.includes('committee'))
        ? WorkItemId.parse(row.from_work_item_id)
        : null,
    moves: movesFor(shown, roles, words),
    createdAt: row.created_at,
    // What one side does alone must not move what the other reads.
    version: side === null ? row.version : row.shared_version,
  }
}

const spokenBy = ({ side, needs_interpreter: needsInterpreter, language }: PartyRow): CaseView['spoken'][number] => ({
  side,
  needsInterpreter,
  language,
})

const stageOf = (row: CaseRow, shown: ShownState, words: CaseWords): SideStage =>
  sideStage({
    isInvited: shown.state !== 'requested',
    round: row.round,
    hasTicked: words.ticks.some(({ round }) => round === row.round),
    isProposed: shown.state === 'choosing' && words.proposedId !== null,
    hasAnsweredProposal: words.hasAnsweredProposal,
    isOrdered: shown.state === 'ordered',
  })

/** The applicant's words and both names, as far as the viewer may read them. */
const sayings = (
  row: CaseRow,
  side: Side | null,
  words: CaseWords,
): Pick<CaseView, 'statement' | 'disclosure' | 'applicantName' | 'respondentName'> => {
  if (words.isInList) return { statement: null, disclosure: null, applicantName: null, respondentName: null }
  const isOther = side === 'respondent'
  const disclosure = { name: row.discloses_name, statement: row.discloses_statement }
  return {
    statement: !isOther || row.discloses_statement ? words.statement : null,
    disclosure: { ...disclosure, ...(words.disclosedWords !== null && { words: words.disclosedWords }) },
    applicantName: !isOther || row.discloses_name ? words.names.applicant : null,
    respondentName: words.names.respondent,
  }
}

const mediatorFor = (row: CaseRow, side: Side | null, { cards }: CaseWords): CaseView['mediator'] => {
  if (row.mediator_id === null) return null
  return side === null || TAKEN.includes(row.state) ? (cards.get(row.mediator_id) ?? null) : null
}

const agreementOf = ({ agreement }: CaseWords): CaseView['agreement'] =>
  agreement && {
    version: agreement.version,
    dispute: agreement.dispute,
    terms: agreement.terms,
    performance: agreement.performance,
    on: agreement.on,
    isConfirmedByApplicant: agreement.confirmedBy.includes('applicant'),
    isConfirmedByRespondent: agreement.confirmedBy.includes('respondent'),
    effectiveOn: agreement.effectiveOn,
    confirmableUntil: agreement.effectiveOn === null ? null : confirmableUntil(agreement.effectiveOn),
  }
