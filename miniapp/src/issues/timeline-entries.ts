import type { Language } from '@little-bench/shared/kernel/language'
import type { TimelineEvent } from '@little-bench/shared/work-queue/contract'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/lifecycle'
import { spokenDateTime } from '../platform/dates'
import { translator } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { TimelineEntry } from '../ui/timeline'
import { timelineText } from './timeline.text'

const ICONS: Record<WorkItemEventKind, IconName> = {
  enqueued: 'speech',
  claimed: 'person',
  dispatched: 'forward',
  accepted: 'person',
  returned: 'undo',
  resolved: 'check',
  closed: 'check',
  reopened: 'refresh',
  withdrawn: 'undo',
  rated: 'star',
}

const YOURS = {
  enqueued: 'enqueuedYours',
  reopened: 'reopenedYours',
  withdrawn: 'withdrawnYours',
  rated: 'ratedYours',
} as const
const BY = { claimed: 'claimedBy', accepted: 'acceptedBy', resolved: 'resolvedBy' } as const

/** The events of an item in words, newest first. */
export const timelineEntries = (events: readonly TimelineEvent[], language: Language): TimelineEntry[] =>
  events
    .map((event) => ({
      id: event.id,
      time: spokenDateTime(event.at, language),
      title: titleOf(event, language),
      words: event.message ?? undefined,
      icon: ICONS[event.kind],
    }))
    .reverse()

const titleOf = ({ kind, actor, isYou, queueName }: TimelineEvent, language: Language): string => {
  const t = translator(timelineText, language)
  const queue = { queue: queueName }
  if (isYou && isOneOf(kind, YOURS)) return t(YOURS[kind], queue)
  if (actor && isOneOf(kind, BY)) return t(BY[kind], { actor })
  return t(kind, queue)
}

const isOneOf = <T extends object>(kind: string, table: T): kind is Extract<keyof T, string> => kind in table
