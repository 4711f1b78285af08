import type { Language } from '@little-bench/shared/kernel/language'
import {
  AUDIENCE_OF_NOTE,
  EVENT_OF_MOVE,
  MOVES,
  type WorkItemEventKind,
} from '@little-bench/shared/work-queue/lifecycle'
import { spokenDateTime } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { TimelineEntry } from '../ui/timeline'
import type { WorkItem } from './work-item.api'
import type { WorkQueueText } from './work-queue.text'

type Event = WorkItem['timeline'][number]

/** Events whose words staff write to each other; they carry a lock. */
const STAFF_EVENTS: readonly WorkItemEventKind[] = MOVES.filter((move) => AUDIENCE_OF_NOTE[move] === 'staff').map(
  (move) => EVENT_OF_MOVE[move],
)

const ICON_OF_EVENT: Record<WorkItemEventKind, IconName> = {
  enqueued: 'speech',
  claimed: 'person',
  dispatched: 'person',
  accepted: 'person',
  returned: 'undo',
  resolved: 'check',
  closed: 'inbox',
  reopened: 'refresh',
  withdrawn: 'undo',
  rated: 'star',
}

/** One row of the timeline, as staff read it. */
export const timelineEntry = (event: Event, t: Translate<WorkQueueText>, language: Language): TimelineEntry => {
  const isStaffOnly = STAFF_EVENTS.includes(event.kind)
  const words = event.message ?? undefined
  return {
    id: event.id,
    time: spokenDateTime(event.at, language),
    title: eventSentence(event, t),
    words: words && t(isStaffOnly ? 'staffOnly' : 'toResident', { words }),
    icon: isStaffOnly && words ? 'lock' : ICON_OF_EVENT[event.kind],
  }
}

/** What happened, in one sentence: 「第一网格网格员接了这件事」. */
export const eventSentence = (event: Event, t: Translate<WorkQueueText>): string => {
  const actor = event.isYou ? t('actorYou') : (event.actor ?? t('actorUnknown'))
  switch (event.kind) {
    case 'enqueued':
      return t('enqueued', { queue: event.queueName })
    case 'claimed':
      return t('eventClaimed', { actor })
    case 'dispatched':
      return t('eventDispatched', { actor })
    case 'accepted':
      return t('eventAccepted', { actor })
    case 'returned':
      return t('eventReturned', { actor })
    case 'resolved':
      return t('eventResolved', { actor })
    case 'closed':
      return t('eventClosed', { actor })
    case 'reopened':
      return t('eventReopened', { actor })
    case 'withdrawn':
      return t('eventWithdrawn', { actor })
    case 'rated':
      return t('eventRated')
  }
}
