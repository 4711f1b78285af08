import type { QueueView } from './work-item.api'

/** In the order in which they are offered. */
export const VIEWS = [
  'open',
  'mine',
  'unclaimed',
  'late',
  'referred_here',
  'passed_up',
  'following',
  'resolved',
  'closed',
] as const satisfies readonly QueueView[]

/** Views whose items are due; the others are newest first. */
export const isDueFirst = (view: QueueView): boolean => view !== 'resolved' && view !== 'closed'
