interface Listed {
  id: string
}

export interface SteadyRow<T> {
  item: T
  /** The last answer no longer has it: somebody took it, or it ended. */
  isGone: boolean
}

export interface SteadyList<T> {
  rows: SteadyRow<T>[]
  /** Items that wait, because they would push what is being read. */
  waiting: number
}

/**
 * The newest answer without moving what somebody is reading: rows keep their order and show their newest state, those
 * that left stay and say so, what comes below is added, and what would come between waits.
 */
export const steadyList = <T extends Listed>(reading: readonly T[], newest: readonly T[]): SteadyList<T> => {
  const indexOf = new Map(newest.map((item, index) => [item.id, index]))
  const last = Math.max(-1, ...reading.map(({ id }) => indexOf.get(id) ?? -1))
  const known = new Set(reading.map(({ id }) => id))
  const added = newest.filter(({ id }) => !known.has(id))
  const below = added.filter(({ id }) => (indexOf.get(id) ?? 0) > last)
  const kept = reading.map((item) => {
    const index = indexOf.get(item.id)
    return { item: (index === undefined ? undefined : newest[index]) ?? item, isGone: index === undefined }
  })
  return {
    rows: [...kept, ...below.map((item) => ({ item, isGone: false }))],
    waiting: added.length - below.length,
  }
}
