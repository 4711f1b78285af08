const HEX = 16

/** A key for one attempt to send something, used as `Idempotency-Key`. WeChat has no crypto; it needs to be unique, not secret. */
export const newAttemptKey = (): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * HEX).toString(HEX))
