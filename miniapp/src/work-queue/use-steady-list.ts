import { useState } from 'react'
import { scrollListToTop, useListScroll } from './list-scroll'
import { type SteadyList, steadyList } from './steady-list'

/**
 * The rows to show: while somebody reads further down or chooses items, nothing is put between; at the top the newest
 * answer stands as it is. `showWaiting` puts in what waits and goes to the top, where it is.
 */
export const useSteadyList = <T extends { id: string }>(
  items: readonly T[],
  { listKey, isHeld }: { listKey: string; isHeld: boolean },
): SteadyList<T> & { showWaiting: () => void } => {
  const isScrolled = useListScroll()
  const [shown, setShown] = useState({ listKey, newest: items, list: asTheyAre(items) })
  const showNewest = () => setShown({ listKey, newest: items, list: asTheyAre(items) })
  if (shown.listKey !== listKey) showNewest()
  else if (shown.newest !== items) {
    const isReading = shown.list.rows.length > 0 && (isHeld || isScrolled())
    const reading = shown.list.rows.map(({ item }) => item)
    setShown({ listKey, newest: items, list: isReading ? steadyList(reading, items) : asTheyAre(items) })
  }
  return {
    ...shown.list,
    showWaiting: () => {
      showNewest()
      scrollListToTop()
    },
  }
}

const asTheyAre = <T>(items: readonly T[]): SteadyList<T> => ({
  rows: items.map((item) => ({ item, isGone: false })),
  waiting: 0,
})
