import type { ErrorCode, FieldError } from '@little-bench/shared/kernel/errors'

/** Codes of the contract, and those that only a phone can meet. */
export type CallErrorCode = ErrorCode | 'network_unreachable' | 'unreadable_answer'

/** A call that did not succeed. `message` is the server's sentence in the caller's language; empty when none arrived. */
export class CallError extends Error {
  readonly code: CallErrorCode
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly fields: readonly FieldError[]
  readonly requestId: string | undefined

  constructor(
    code: CallErrorCode,
    status: number,
    message = '',
    fields: readonly FieldError[] = [],
    requestId?: string,
  ) {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.status = status
    this.fields = fields
    this.requestId = requestId
  }
}

/** What a refusal says of the words that were sent, for places that show no fields; empty for every other error. */
export const wordsRefusedBecause = (error: unknown): string =>
  error instanceof CallError && error.code === 'words_refused'
    ? error.fields.map(({ message }) => `${message}。`).join('')
    : ''

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Reads `{ error: { code, message, fields?, requestId } }`; anything else (a proxy's HTML page) is `unreadable_answer`. */
export const callErrorOf = (status: number, body: unknown): CallError => {
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined
  const code = textOf(error?.code)
  if (!error || code === undefined) return new CallError('unreadable_answer', status)
  const fields = Array.isArray(error.fields)
    ? error.fields
        .filter(isRecord)
        .map((each) => ({ field: textOf(each.field) ?? '', message: textOf(each.message) ?? '' }))
    : []
  // A code that is newer than this build still carries its sentence.
  return new CallError(code as CallErrorCode, status, textOf(error.message) ?? '', fields, textOf(error.requestId))
}
