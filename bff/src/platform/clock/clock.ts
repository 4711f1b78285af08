/** Where the time comes from; rules get the time as an argument, so only services ask a clock. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
