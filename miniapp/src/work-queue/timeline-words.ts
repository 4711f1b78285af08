import type { Language } from '@little-bench/shared/kernel/language'
import type { FollowUpResult, WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import { dateInSentence, spokenDateTime } from '../platform/dates'
import { translator } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { TimelineEntry } from '../ui/timeline'
import { timelineText } from './timeline.text'
import type { WorkItem } from './work-item.api'

type Event = WorkItem['timeline'][number]

const ICON_OF_EVENT: Record<WorkItemEventKind, IconName> = {
  enqueued: 'speech',
  claimed: 'person',
  dispatched: 'person',
  accepted: 'person',
  returned: 'undo',
  transferred: 'person',
  referred: 'forward',
  referral_accepted: 'check',
  referral_refused: 'undo',
  invited: 'plus',
  asked: 'speech',
  answered: 'speech',
  suspended: 'clock',
  resumed: 'forward',
  split: 'list',
  merged: 'inbox',
  absorbed: 'inbox',
  recategorised: 'edit',
  relocated: 'pin',
  escalated: 'alert',
  bound: 'check',
  raised: 'person',
  reminded: 'bell',
  converted: 'forward',
  resolved: 'check',
  closed: 'inbox',
  reopened: 'refresh',
  withdrawn: 'undo',
  rated: 'star',
  noted: 'lock',
  replied: 'send',
  ran_late: 'alert',
  asked_again: 'bell',
  asked_to_rate: 'bell',
  followed_up: 'phone',
  redrawn: 'pin',
}

/** One row of the timeline, as staff read it; what only staff may read carries a lock. */
export const timelineEntry = (
  event: Event,
  language: Language,
  item: Pick<WorkItem, 'requesterName'>,
): TimelineEntry => {
  const t = translator(timelineText, language)
  const { message: words, messageFor } = event
  return {
    id: event.id,
    time: spokenDateTime(event.at, language),
    title: eventSentence(event, language, item),
    words: words === null ? undefined : t(messageFor === 'staff' ? 'staffOnly' : 'toResident', { words }),
    icon: messageFor === 'staff' ? 'lock' : ICON_OF_EVENT[event.kind],
  }
}

const KEY_BY_SYSTEM = {
  enqueued: 'enqueuedBySystem',
  dispatched: 'dispatchedBySystem',
  returned: 'returnedBySystem',
  resumed: 'resumedBySystem',
  escalated: 'escalatedBySystem',
  resolved: 'resolvedBySystem',
  closed: 'closedBySystem',
} as const

const KEY_OF_FOLLOW_UP = {
  solved: 'followedUpSolved',
  not_solved: 'followedUpUnsolved',
  no_answer: 'followedUpNoAnswer',
} as const satisfies Record<FollowUpResult, string>

const hasKey = <T extends object>(kind: string, table: T): kind is Extract<keyof T, string> => kind in table

/** Which sentence tells it: who did it and what it led to make a difference. */
const keyOf = (event: Event, isByResident: boolean) => {
  const { kind, isBySystem, toName, fromName, followUpResult } = event
  if (isBySystem && hasKey(kind, KEY_BY_SYSTEM)) return KEY_BY_SYSTEM[kind]
  if (kind === 'dispatched' && toName !== null) return 'dispatchedTo'
  if (kind === 'relocated' && fromName === toName) return 'relocatedInside'
  if (kind === 'reminded' && isByResident) return 'remindedByResident'
  if (kind === 'replied' && isByResident) return 'repliedByResident'
  if (kind === 'followed_up' && followUpResult !== null) return KEY_OF_FOLLOW_UP[followUpResult]
  return kind
}

/** What happened, in one sentence: 「网格员（示范）接了这件事」. */
export const eventSentence = (event: Event, language: Language, item: Pick<WorkItem, 'requesterName'>): string => {
  const t = translator(timelineText, language)
  const { isYou, isBySystem, actor, actingFor, fromName, toName, reason, until, clock, receiptNumbers, queueName } =
    event
  const actorName = isYou ? t('actorYou') : isBySystem ? t('actorSystem') : (actor ?? t('actorUnknown'))
  // What a proxy, or staff beside the resident, did for them is the resident's.
  const isForResident = actingFor !== null && actingFor === item.requesterName
  const said = t(keyOf(event, isForResident || actor === item.requesterName), {
    actor: isForResident ? actingFor : actorName,
    queue: queueName,
    from: fromName ?? t('somewhere'),
    to: toName ?? (event.kind === 'relocated' || event.kind === 'redrawn' ? t('somewhere') : t('somebody')),
    reason: t(reason ?? 'noReason'),
    until: until ? dateInSentence(until) : t('laterDay'),
    clock: t(clock ?? 'promise'),
    count: receiptNumbers.length,
    numbers: receiptNumbers.join('、'),
  })
  return actingFor === null ? said : t('byProxy', { said, actor: actorName })
}
