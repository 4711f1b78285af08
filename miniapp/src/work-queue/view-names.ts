import type { QueueView } from './work-item.api'

/** The word of each view in the dictionary. */
export const VIEW_NAME = {
  open: 'viewOpen',
  mine: 'viewMine',
  resolved: 'viewResolved',
  closed: 'viewClosed',
} as const satisfies Record<QueueView, string>
