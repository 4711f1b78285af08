import type { CaseOutcome, CaseState } from '@little-bench/shared/mediation/lifecycle'
import { dateInSentence } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import type { MediationCase } from './case.api'
import type { CaseText } from './case.text'

/** States in which both sides and the mediator can write to each other. */
const TALKING: readonly CaseState[] = ['accepted', 'preparing', 'in_session', 'agreed', 'not_agreed', 'follow_up']

export const canTalk = (state: CaseState): boolean => TALKING.includes(state)

interface CaseStatus {
  word: string
  tone: StatusTone
  sentence: string
}

const END = {
  agreed: 'sayEndAgreed',
  not_agreed: 'sayEndNotAgreed',
  withdrawn: 'sayEndWithdrawn',
  not_begun: 'sayEndNotBegun',
  not_for_mediation: 'sayEndNotForMediation',
} as const satisfies Record<CaseOutcome, keyof CaseText>

/** What one side is asked to do now; null while it waits. */
export type Ask = 'complete' | 'answer_invitation' | 'tick' | 'answer_proposal' | 'confirm_agreement'

export const askOf = (found: MediationCase): Ask | null => {
  const { state, stage, yourSide, agreement } = found
  if (isToComplete(found)) return 'complete'
  if (state === 'inviting') return yourSide === 'respondent' ? 'answer_invitation' : null
  if (state === 'choosing' && (stage === 'tick' || stage === 'tick_again')) return 'tick'
  if (state === 'choosing' && stage === 'answer_proposal') return 'answer_proposal'
  if (state === 'in_session' && agreement && !hasConfirmed(agreement, yourSide)) return 'confirm_agreement'
  return null
}

/** Staff brought it over; who the other side is the applicant has not said yet. */
export const isToComplete = ({ state, yourSide, fromWorkItemId, respondentName }: MediationCase): boolean =>
  state === 'requested' && yourSide === 'applicant' && fromWorkItemId !== null && respondentName === null

export const hasConfirmed = (
  agreement: NonNullable<MediationCase['agreement']>,
  side: MediationCase['yourSide'],
): boolean => (side === 'applicant' ? agreement.isConfirmedByApplicant : agreement.isConfirmedByRespondent)

/** One word and one sentence of where a case stands for this side, with the next date. */
export const caseStatus = (found: MediationCase, t: Translate<CaseText>): CaseStatus => {
  switch (found.state) {
    case 'requested':
      if (isToComplete(found)) return { word: t('wordInvited'), tone: 'soon', sentence: t('sayComplete') }
      return { word: t('wordRequested'), tone: 'waiting', sentence: t('sayRequested') }
    case 'inviting':
      return invitingStatus(found, t)
    case 'choosing':
      return choosingStatus(found, t)
    case 'ordered':
      return { word: t('wordAsking'), tone: 'waiting', sentence: t('sayAsking') }
    case 'accepted':
      return { word: t('wordAccepted'), tone: 'waiting', sentence: t('sayAccepted') }
    case 'preparing':
      return { word: t('wordPreparing'), tone: 'waiting', sentence: t('sayPreparing') }
    case 'in_session':
      return askOf(found) === null
        ? { word: t('wordInSession'), tone: 'waiting', sentence: t('sayInSession') }
        : { word: t('wordProposal'), tone: 'soon', sentence: t('sayConfirm') }
    case 'agreed':
      return { word: t('wordAgreed'), tone: 'good', sentence: t('sayAgreed') }
    case 'not_agreed':
      return { word: t('wordNotAgreed'), tone: 'plain', sentence: t('sayNotAgreed') }
    case 'follow_up':
      return { word: t('wordFollowUp'), tone: 'good', sentence: t('sayFollowUp') }
    case 'closed':
      return {
        word: t('wordClosed'),
        tone: found.outcome === 'agreed' ? 'good' : 'plain',
        sentence: found.outcome === null ? '' : t(END[found.outcome]),
      }
  }
}

const invitingStatus = (found: MediationCase, t: Translate<CaseText>): CaseStatus => {
  const until = untilOf(found)
  if (askOf(found) === 'answer_invitation')
    return {
      word: t('wordInvited'),
      tone: 'soon',
      sentence: until ? t('sayInvited', { until }) : t('sayInvitedOpen'),
    }
  return {
    word: t('wordInviting'),
    tone: 'waiting',
    sentence: until ? t('sayInviting', { until }) : t('sayInvitingOpen'),
  }
}

const choosingStatus = (found: MediationCase, t: Translate<CaseText>): CaseStatus => {
  switch (askOf(found)) {
    case 'tick':
      return { word: t('wordTick'), tone: 'soon', sentence: tickSentence(found, t) }
    case 'answer_proposal':
      return { word: t('wordProposal'), tone: 'soon', sentence: t('sayProposal') }
    default:
      return { word: t('wordOther'), tone: 'waiting', sentence: t('sayOther') }
  }
}

const tickSentence = (found: MediationCase, t: Translate<CaseText>) => {
  const until = untilOf(found)
  if (found.stage === 'tick_again') return until ? t('sayTickAgain', { until }) : t('sayTickAgainOpen')
  return until ? t('sayTick', { until }) : t('sayTickOpen')
}

const untilOf = ({ answerUntil }: MediationCase) => (answerUntil === null ? undefined : dateInSentence(answerUntil))
