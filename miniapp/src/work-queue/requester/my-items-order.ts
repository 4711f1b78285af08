import type { MyItem } from '@little-bench/shared/work-queue/item.contract'

type Sortable = Pick<MyItem, 'state' | 'canRate' | 'canAnswer' | 'dueAt'>

export interface MyItemGroups<T> {
  /** The next step is the person's own. */
  waitingForMe: T[]
  /** Somebody works on it, or will; due first. */
  open: T[]
  /** Resolved and answered, or closed; newest first as they came. */
  done: T[]
}

/** Sorts what somebody asked for by whose turn it is. */
export const groupMyItems = <T extends Sortable>(items: readonly T[]): MyItemGroups<T> => {
  const isMyTurn = (item: T) => item.canAnswer || item.canRate
  const others = items.filter((item) => !isMyTurn(item))
  const isDone = (item: T) => item.state === 'resolved' || item.state === 'closed'
  return {
    // Somebody waits for an answer; a rating has fourteen days.
    waitingForMe: [
      ...items.filter((item) => item.canAnswer),
      ...items.filter((item) => item.canRate && !item.canAnswer),
    ],
    open: others.filter((item) => !isDone(item)).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    done: others.filter(isDone),
  }
}
