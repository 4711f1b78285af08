const MOST_TILES = 5
/** Not needed in 长辈版: what they are for can be done from the others. */
const LEFT_OUT = new Set(['snap', 'public'])

/** Five tiles at most: all of them where they fit, else the first four, and the others behind 「更多服务」. */
export const elderWays = <W extends { key: string }>(ways: readonly W[]): { shown: W[]; left: W[] } => {
  const wanted = ways.filter(({ key }) => !LEFT_OUT.has(key))
  if (wanted.length <= MOST_TILES) return { shown: wanted, left: [] }
  return { shown: wanted.slice(0, MOST_TILES - 1), left: wanted.slice(MOST_TILES - 1) }
}
