import type { MyQueue, QueueView } from './work-item.api'

/** How many stand in a view; undefined for views that nobody counts. */
export const countOf = (queue: MyQueue, view: QueueView): number | undefined => {
  switch (view) {
    case 'open':
      return queue.open
    case 'mine':
      return queue.mine
    case 'unclaimed':
      return queue.unclaimed
    case 'late':
      return queue.overdue
    case 'referred_here':
      return queue.referredHere
    case 'passed_up':
      return queue.passedUp
    case 'following':
    case 'resolved':
    case 'closed':
      return undefined
  }
}
