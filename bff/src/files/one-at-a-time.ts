/** Runs works one after the other, in the order in which they came. */
export const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work)
    // A work that failed is its caller's matter; the next one begins all the same.
    last = turn.catch(() => undefined)
    return turn
  }
}
