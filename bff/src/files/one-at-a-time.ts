/**
 * Runs works one after the other, in the order in which they came, and lends each the same room of so many bytes: what is
 * made anew for each is only given back when somebody collects it.
 */
export const createTurns = (roomBytes: number) => {
  const room = Buffer.allocUnsafeSlow(roomBytes)
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: (room: Buffer) => Promise<Result>): Promise<Result> => {
    const turn = last.then(() => work(room))
    // A work that failed is its caller's matter; the next one begins all the same.
    last = turn.catch(() => undefined)
    return turn
  }
}
