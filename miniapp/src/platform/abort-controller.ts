/** The part of AbortController that react-query uses. WeChat has none, and without it every query stays pending. */
type AbortListener = (event: { type: 'abort' }) => void

class AbortSignal {
  aborted = false
  reason: unknown = undefined
  onabort: AbortListener | null = null
  #listeners: AbortListener[] = []

  addEventListener(_type: 'abort', listener: AbortListener) {
    this.#listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: AbortListener) {
    this.#listeners = this.#listeners.filter((each) => each !== listener)
  }

  dispatch(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    const event = { type: 'abort' as const }
    this.onabort?.(event)
    for (const listener of this.#listeners) listener(event)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
}

export class AbortController {
  readonly signal = new AbortSignal()

  abort(reason: unknown = new Error('aborted')) {
    this.signal.dispatch(reason)
  }
}
