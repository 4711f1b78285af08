import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import type { Audience } from '@little-bench/shared/work-queue/events'
import { audienceOfNote, isOpen, type Move } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import type { MoveFields } from './move-fields'
import type { AllowedMove, WorkItem } from './work-item.api'

/** `closeUnworked`: closing what nobody worked on. `takeBack`: the sender of a referral no longer waits for an answer. */
export type MoveKey = Move | 'closeUnworked' | 'takeBack'

/** Which words a move has here: whoever may accept a referral refuses it, anybody else takes it back. */
export const moveKeyOf = ({ move, needs }: AllowedMove, { allowedMoves }: Pick<WorkItem, 'allowedMoves'>): MoveKey => {
  if (move === 'close' && needs.includes('outcome')) return 'closeUnworked'
  const isReceiver = allowedMoves.some((allowed) => allowed.move === 'accept_referral')
  return move === 'refuse_referral' && !isReceiver ? 'takeBack' : move
}

/** Taking an item or going on with it asks nothing and can be given back, so one tap does it. */
const ONE_TAP: readonly Move[] = ['claim', 'accept', 'accept_referral', 'resume']
export const isOneTap = ({ move, needs }: AllowedMove): boolean => ONE_TAP.includes(move) && needs.length === 0

/** Moves that need no note and whose readers still may want one. */
const WITH_OPTIONAL_NOTE: readonly Move[] = [
  'dispatch',
  'transfer',
  'close',
  'split',
  'merge',
  'recategorise',
  'relocate',
  'remind',
]

/** A note may come along where somebody would read it as part of the move. */
export const takesNote = ({ move, needs }: AllowedMove): boolean =>
  needs.includes('note') || WITH_OPTIONAL_NOTE.includes(move)

/** Photos show what was done, or what is still missing. */
const WITH_PHOTOS: readonly Move[] = ['resolve', 'answer', 'reopen']
export const takesPhotos = ({ move }: AllowedMove): boolean => WITH_PHOTOS.includes(move)

/** Who will read the note. */
export const audienceOf = ({ move }: AllowedMove): Audience => audienceOfNote(move)

/**
 * The next step is somebody else's: a rating or an answer of the resident, or the answer of a unit that was asked. Nothing
 * is pressed on the worker.
 */
export const isOthersTurn = ({ state, rating, pause, referredTo, allowedMoves, isBatch }: WorkItem): boolean => {
  // Whoever took a batch works on it until it ends by itself.
  if (isBatch && state === 'accepted') return true
  if (state === 'resolved') return rating === null
  if (!isOpen(state)) return false
  const isReceiver = allowedMoves.some(({ move }) => move === 'accept_referral')
  return pause === 'waiting_for_resident' || (referredTo !== null && !isReceiver)
}

export const isNoteTooLong = ({ note }: MoveFields): boolean => textLength(cleanText(note)) > MAX_NOTE_LENGTH

/** Needs that are chosen from what `getMoveChoices` answers. */
const CHOSEN: readonly string[] = [
  'assigneeId',
  'queueId',
  'queueIds',
  'until',
  'parts',
  'receiptNumber',
  'serviceCode',
  'placeId',
  'service',
  'outcome',
]
export const needsChoices = ({ needs }: AllowedMove): boolean => needs.some((need) => CHOSEN.includes(need))
