/** So many work on one key at a time; the others wait for them, in the order in which they came. */
export const createTurns = (atOnce: number) => {
  const waiting = new Map<string, (() => void)[]>()
  const working = new Map<string, number>()

  const end = (key: string): void => {
    const next = waiting.get(key)?.shift()
    if (next) return next()
    const left = (working.get(key) ?? 1) - 1
    if (left > 0) return void working.set(key, left)
    working.delete(key)
    waiting.delete(key)
  }

  return async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const busy = working.get(key) ?? 0
    if (busy < atOnce) working.set(key, busy + 1)
    else await new Promise<void>((resolve) => waiting.set(key, [...(waiting.get(key) ?? []), resolve]))
    try {
      return await work()
    } finally {
      end(key)
    }
  }
}
