/**
 * What can go wrong with a call. `…_after_work` does what was asked for and then fails to say so: whoever asked cannot
 * know. `token_revoked` makes all tokens worthless, as a forced refresh somewhere else does.
 */
export const FAULTS = [
  'busy',
  'rate',
  'hang',
  'reset',
  'html',
  'hang_after_work',
  'reset_after_work',
  'html_after_work',
  'token_revoked',
] as const
export type FaultKind = (typeof FAULTS)[number]

export interface Fault {
  kind: FaultKind
  /** Only calls of this path, such as `/cgi-bin/message/subscribe/send`. */
  path?: string
  /** So many calls, and none after them. */
  times?: number
  /** Of a hundred calls so many, by chance: 0.2 is twenty. */
  rate?: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** What happens to this call; undefined when nothing does. */
  next(path: string): FaultKind | undefined
}

export const createFaults = (random: () => number): Faults => {
  let faults: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear() {
      faults = []
    },
    next(path) {
      const meant = faults.filter(({ fault, left }) => left > 0 && (fault.path === undefined || fault.path === path))
      const met = meant.find(({ fault }) => fault.rate === undefined || random() < fault.rate)
      if (met) met.left -= 1
      return met?.fault.kind
    },
  }
}
