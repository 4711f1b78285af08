import { textLength } from '@little-bench/shared/kernel/text'
import type { VisitReason } from '@little-bench/shared/pension/ways'
import type { NewVisit } from './proof.api'

/** What somebody has filled in. Kept in memory alone: why they are visited never lies on a phone. */
export interface AskFields {
  reasons: readonly VisitReason[]
  /** Nobody ticks it beforehand. */
  consents: boolean
  placeId: string | null
  door: string
  note: string
  needsInterpreter: boolean
}

export const EMPTY_ASK: AskFields = {
  reasons: [],
  consents: false,
  placeId: null,
  door: '',
  note: '',
  needsInterpreter: false,
}

export const ASK_STEPS = ['why', 'where', 'check'] as const
export type AskStep = (typeof ASK_STEPS)[number]

export const MAX_DOOR = 60
export const MAX_NOTE = 100

export type AskMistakes = Partial<Record<'reasons' | 'consents' | 'door' | 'note', true>>

/** What keeps somebody from leaving a step. */
export const askMistakes = (step: AskStep, { reasons, consents, door, note }: AskFields): AskMistakes => {
  if (step === 'why') return { ...(reasons.length === 0 && { reasons: true }), ...(!consents && { consents: true }) }
  if (step === 'where')
    return {
      ...(textLength(door.trim()) > MAX_DOOR && { door: true }),
      ...(textLength(note.trim()) > MAX_NOTE && { note: true }),
    }
  return {}
}

/** What goes out; where they are known to live unless another courtyard was chosen. */
export const newVisitOf = ({ reasons, consents, placeId, door, note, needsInterpreter }: AskFields): NewVisit => ({
  reasons: [...reasons],
  consents,
  ...(placeId !== null && { placeId }),
  ...(door.trim() !== '' && { door: door.trim() }),
  ...(note.trim() !== '' && { note: note.trim() }),
  needsInterpreter,
})
