// Loaded into the server before anything else: it is STANDS_AT for ever. Each look at the clock is a millisecond later,
// so that what happened after something else also says so.
const standsAt = Date.parse(process.env.STANDS_AT)
let looks = 0

globalThis.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [standsAt + looks++] : parts))
  }

  static now() {
    return standsAt + looks++
  }
}
