import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import {
  AUDIENCE_OF_NOTE,
  type Audience,
  type Move,
  type Need,
  UNWORKED_OUTCOMES,
} from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import type { AllowedMove, MoveBody, WorkItem } from './work-item.api'

/** What a worker fills in for a move; kept as a draft on the phone. */
export type MoveFields = { note: string; outcome: string | null; assigneeId: string | null }
export const EMPTY_FIELDS: MoveFields = { note: '', outcome: null, assigneeId: null }

/** Taking an item asks nothing and can be given back, so one tap does it. */
const ONE_TAP: readonly Move[] = ['claim', 'accept']
export const isOneTap = ({ move, needs }: AllowedMove): boolean => ONE_TAP.includes(move) && needs.length === 0

/** Resolved and not yet rated: the resident closes the loop, so nothing is pressed on the worker. */
export const isResidentsTurn = ({ state, rating }: WorkItem): boolean => state === 'resolved' && rating === null

/** A note may come along where somebody would read it as part of the move. */
export const takesNote = ({ move, needs }: AllowedMove): boolean =>
  needs.includes('note') || move === 'dispatch' || move === 'close'

/** Who will read the note. */
export const audienceOf = ({ move }: AllowedMove): Audience => AUDIENCE_OF_NOTE[move]

/** What is still to be filled in before the move can be sent. */
export const missingNeeds = ({ needs }: AllowedMove, fields: MoveFields): Need[] =>
  needs.filter((need) => (need === 'note' ? cleanText(fields.note) === '' : fields[need] === null))

export const isNoteTooLong = ({ note }: MoveFields): boolean => textLength(cleanText(note)) > MAX_NOTE_LENGTH

/** The body of the call: only what the move takes, with the version the worker was looking at. */
export const moveBodyOf = (move: Move, { version }: WorkItem, fields: MoveFields): MoveBody => {
  const note = cleanText(fields.note)
  const optionalNote = note === '' ? {} : { note }
  const outcome = UNWORKED_OUTCOMES.find((each) => each === fields.outcome)
  switch (move) {
    case 'dispatch':
      return { move, version, assigneeId: fields.assigneeId ?? '', ...optionalNote }
    case 'close':
      return { move, version, ...(outcome ? { outcome } : {}), ...optionalNote }
    case 'return':
    case 'resolve':
    case 'reopen':
      return { move, version, note }
    case 'claim':
    case 'accept':
    case 'withdraw':
      return { move, version, ...optionalNote }
  }
}
