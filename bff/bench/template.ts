import type { Capture } from './capture.ts'
import type { Sender } from './seed.ts'

/** What takes the place of a captured value that is another one in every request. */
export interface Slot {
  /** `target` is the item in the request's path; `taken` the one that a statement of the request chose. */
  kind: 'uuid' | 'instant' | 'person' | 'token_hash' | 'receipt' | 'target' | 'taken'
  captured: string
}

/** `RS-20261122-0007` → everything before the count. */
export const receiptPrefix = (slot: Slot): string => slot.captured.replace(/\d+$/, '')

/** A constant, or a text in which numbers stand for slots. */
export type TemplateValue = { constant: unknown } | { pieces: readonly (string | number)[] }

export interface Template {
  /** Who may send the request; they take turns. */
  senders: readonly Sender[]
  slots: readonly Slot[]
  statements: readonly { text: string; values: readonly TemplateValue[] }[]
  status: number
  answer: unknown
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const INSTANT = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'
const RECEIPT = '[A-Z]+-\\d{8}-\\d{4,}'
const HASH = '[0-9a-f]{64}'
const TOKENS = new RegExp(`${UUID}|${INSTANT}|${RECEIPT}|${HASH}`, 'g')

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap(textsOf) : []
}

const tokensOf = ({ statements }: Capture): Set<string> =>
  new Set(statements.flatMap(({ values }) => values.flatMap(textsOf)).flatMap((text) => text.match(TOKENS) ?? []))

const kindOf = (token: string, { sender, target, answer }: Capture): Slot['kind'] => {
  if (token === target) return 'target'
  if (token === takenId(answer)) return 'taken'
  if (token === sender?.personId) return 'person'
  if (token === sender?.tokenHash) return 'token_hash'
  if (new RegExp(`^${INSTANT}$`).test(token)) return 'instant'
  if (new RegExp(`^${UUID}$`).test(token)) return 'uuid'
  if (new RegExp(`^${RECEIPT}$`).test(token)) return 'receipt'
  throw new Error(`a value changes from request to request and nothing says how: ${token}`)
}

/** The id of the item that a claim was answered with. */
const takenId = (answer: unknown): unknown => {
  const item: unknown = typeof answer === 'object' && answer !== null && 'item' in answer ? answer.item : undefined
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
}

const piecesOf = (text: string, tokens: readonly string[]): (string | number)[] => {
  const parts = text.split(new RegExp(`(${tokens.join('|')})`))
  return parts.flatMap((part, n) => (n % 2 === 1 ? tokens.indexOf(part) : part === '' ? [] : part))
}

/**
 * The statements of a request with a place for each value that differs between two captures of the same request: ids
 * and receipt numbers made in it, its instants, its sender. Everything else, above all the text, stays as captured.
 */
export const templateOf = (capture: Capture, again: Capture, senders: readonly Sender[]): Template => {
  const texts = ({ statements }: Capture) => statements.map(({ text }) => text).join('\n')
  if (texts(capture) !== texts(again)) throw new Error('the same request sent different statements the second time')
  const unchanged = tokensOf(again)
  const tokens = [...tokensOf(capture)].filter((token) => !unchanged.has(token))
  const valueOf = (value: unknown): TemplateValue => {
    if (typeof value !== 'string' || !tokens.some((token) => value.includes(token))) return { constant: value }
    return { pieces: piecesOf(value, tokens) }
  }
  return {
    senders,
    slots: tokens.map((token) => ({ kind: kindOf(token, capture), captured: token })),
    statements: capture.statements.map(({ text, values }) => ({ text, values: values.map(valueOf) })),
    status: capture.status,
    answer: capture.answer,
  }
}
