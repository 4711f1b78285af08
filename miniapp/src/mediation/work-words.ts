import type { CaseMove, CaseState } from '@little-bench/shared/mediation/lifecycle'
import type { Translate } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import type { MediationCase } from './case.api'
import type { CommitteeText } from './committee.text'

const TONE: Record<CaseState, StatusTone> = {
  requested: 'soon',
  inviting: 'waiting',
  choosing: 'waiting',
  ordered: 'waiting',
  accepted: 'waiting',
  preparing: 'waiting',
  in_session: 'waiting',
  agreed: 'good',
  not_agreed: 'plain',
  follow_up: 'good',
  closed: 'plain',
}

/** A line of the ledger does not know of proposals. */
type Standing = Pick<MediationCase, 'state' | 'outcome'> & Partial<Pick<MediationCase, 'canPropose' | 'proposal'>>

/** One word of where a case stands for those who work on it. */
export const workStatus = (
  { state, outcome, canPropose = false, proposal = null }: Standing,
  t: Translate<CommitteeText>,
): { word: string; tone: StatusTone } => {
  if (state === 'closed') return { word: outcome ? t(`outcome_${outcome}`) : t('closed_state'), tone: TONE.closed }
  if (canPropose) return { word: t('awaitsProposal'), tone: 'soon' }
  if (state === 'choosing' && proposal) return { word: t('proposing'), tone: TONE.choosing }
  return { word: t(state), tone: TONE[state] }
}

/** The committee names somebody, or waits until both have answered whom it named. */
export const isProposing = ({ state, canPropose, proposal }: MediationCase): boolean =>
  canPropose || (state === 'choosing' && proposal !== null)

/** The move that leads on, before those that end it or go back. */
const LEADING: readonly CaseMove[] = ['invite', 'take', 'prepare', 'meet', 'follow', 'close']

/** What to do now: one large, the others beside it. Nobody of these leaves as a side. */
export const staffMoves = (moves: readonly CaseMove[]): { main: CaseMove | undefined; others: CaseMove[] } => {
  const main = LEADING.find((move) => moves.includes(move))
  return { main, others: moves.filter((move) => move !== main && move !== 'withdraw') }
}

/** What to do while no move leads on: wait, or meet and write. */
export const waitSays = ({ state, moves }: Pick<MediationCase, 'state' | 'moves'>) => {
  if (state === 'in_session' && moves.includes('recuse')) return 'inSession'
  const isMediators = ['ordered', 'accepted', 'preparing', 'in_session'].includes(state)
  return isMediators ? 'waitingMediator' : 'waiting'
}

/** Moves that say why, to the committee alone. */
export const needsReason = (move: CaseMove): boolean => move === 'decline' || move === 'recuse'

export const isDanger = (move: CaseMove): boolean => ['decline', 'recuse', 'lapse', 'fail'].includes(move)

const SAY = {
  invite: 'sayInvite',
  decline: 'sayDecline',
  recuse: 'sayRecuse',
  lapse: 'sayLapse',
  take: 'sayTake',
  meet: 'sayMeet',
  fail: 'sayFail',
  relapse: 'sayRelapse',
  close: 'sayClose',
} as const satisfies Partial<Record<CaseMove, keyof CommitteeText>>

const saysOwn = (move: CaseMove): move is keyof typeof SAY => move in SAY

/** What follows from a move. */
export const moveSays = (move: CaseMove, t: Translate<CommitteeText>): string =>
  saysOwn(move) ? t(SAY[move]) : t('sayPlain')

/** States in which the other side's access can be given anew. */
const INVITABLE: readonly CaseState[] = [
  'inviting',
  'choosing',
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'follow_up',
]
export const canInvite = (state: CaseState): boolean => INVITABLE.includes(state)

/** Only the committee reads why somebody stepped back: by that a page knows for whom it is. */
export const isCommitteeView = ({ reasons }: Pick<MediationCase, 'reasons'>): boolean => reasons !== null
