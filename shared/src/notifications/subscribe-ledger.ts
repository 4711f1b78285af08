import type { SubscribeAnswer } from './templates.ts'

/** Who told of an answer: the phone that asked, or WeChat's server. */
export const ANSWER_SOURCES = ['phone', 'event'] as const
export type AnswerSource = (typeof ANSWER_SOURCES)[number]

/** One answer of a person to one template, as somebody told of it. */
export interface ToldAnswer {
  source: AnswerSource
  answer: SubscribeAnswer
  at: Date
}

export interface KnownAnswer extends ToldAnswer {
  id: string
  /** The same answer, told by the other. */
  matchedId: string | null
}

/** Between the phone's word and WeChat's lie a bad network and an event that is pushed again. */
const PAIR_MINUTES = 10

/**
 * What a new word means beside those known of this person and template. The phone and WeChat both tell of one tap: the
 * second of them is `same_as` the first and counts no more. An event that comes again is `repeated`.
 */
export const meaningOf = (
  known: readonly KnownAnswer[],
  told: ToldAnswer,
): { kind: 'new' } | { kind: 'repeated' } | { kind: 'same_as'; id: string } => {
  const isSame = (other: KnownAnswer) => other.answer === told.answer
  const isAgain = known.some(
    (other) => told.source === 'event' && other.source === 'event' && isSame(other) && sameSecond(other.at, told.at),
  )
  if (isAgain) return { kind: 'repeated' }
  const twin = known
    .filter((other) => other.source !== told.source && other.matchedId === null && isSame(other))
    .filter((other) => Math.abs(other.at.getTime() - told.at.getTime()) <= PAIR_MINUTES * 60_000)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
  return twin ? { kind: 'same_as', id: twin.id } : { kind: 'new' }
}

/** WeChat counts in seconds. */
const sameSecond = (one: Date, other: Date): boolean =>
  Math.floor(one.getTime() / 1000) === Math.floor(other.getTime() / 1000)

/** What a person lets us send of one template. */
export interface Agreement {
  credits: number
  /** Their last word was no. */
  isRefused: boolean
}

/** After an answer to the panel. A no takes back no agreement that was given before. */
export const afterAnswer = ({ credits, isRefused }: Agreement, answer: SubscribeAnswer): Agreement => {
  if (answer === 'accept') return { credits: credits + 1, isRefused: false }
  return { credits, isRefused: answer === 'reject' ? true : isRefused }
}

/** After somebody has switched it off in WeChat's own settings: nothing may be sent any more. */
export const REFUSED: Agreement = { credits: 0, isRefused: true }
