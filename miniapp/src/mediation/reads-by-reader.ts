import type { CaseRead } from './case.api'

export interface Reader {
  by: string
  role: CaseRead['role']
  /** When last. */
  at: string
  times: number
}

/** Who read a case, each once with how often and when last, the latest first: a list of every look says less. */
export const readsByReader = (reads: readonly CaseRead[]): Reader[] => {
  const readers = new Map<string, Reader>()
  for (const { by, role, at } of reads) {
    const key = `${role} ${by}`
    const known = readers.get(key)
    const isLater = known === undefined || at > known.at
    readers.set(key, { by, role, at: isLater ? at : known.at, times: (known?.times ?? 0) + 1 })
  }
  return Array.from(readers.values()).sort((one, other) => other.at.localeCompare(one.at))
}
