import type { Language } from '@little-bench/shared/kernel/language'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import type { TimelineEvent } from '@little-bench/shared/work-queue/item.contract'
import { dateInSentence, spokenDateTime } from '../../platform/dates'
import { translator } from '../../platform/i18n/text'
import type { IconName } from '../../ui/icon'
import type { TimelineEntry } from '../../ui/timeline'
import { timelineText } from './timeline.text'

const ICONS: Record<WorkItemEventKind, IconName> = {
  enqueued: 'speech',
  claimed: 'person',
  dispatched: 'forward',
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
  closed: 'check',
  reopened: 'refresh',
  withdrawn: 'undo',
  rated: 'star',
  noted: 'lock',
  replied: 'send',
  ran_late: 'alert',
  asked_again: 'bell',
  asked_to_rate: 'star',
  followed_up: 'phone',
  redrawn: 'pin',
}

const YOURS = {
  enqueued: 'enqueuedYours',
  answered: 'answeredYours',
  reminded: 'remindedYours',
  replied: 'repliedYours',
  reopened: 'reopenedYours',
  withdrawn: 'withdrawnYours',
  rated: 'ratedYours',
} as const
const BY = { claimed: 'claimedBy', accepted: 'acceptedBy', resolved: 'resolvedBy', replied: 'repliedBy' } as const

/** The events of an item in words, newest first. */
export const timelineEntries = (events: readonly TimelineEvent[], language: Language): TimelineEntry[] =>
  events
    .map((event) => ({
      id: event.id,
      time: spokenDateTime(event.at, language),
      title: withWhose(titleOf(event, language), event, language),
      words: event.message ?? undefined,
      icon: ICONS[event.kind],
    }))
    .reverse()

const titleOf = (event: TimelineEvent, language: Language): string => {
  const t = translator(timelineText, language)
  const { actor, queueName, toName, reason, until, clock, receiptNumbers } = event
  return t(keyOf(event), {
    actor: actor ?? queueName,
    queue: queueName,
    to: toName ?? t('otherUnit'),
    reason: t(reason ?? 'noReason'),
    until: until ? dateInSentence(until) : t('later'),
    clock: t(clock ?? 'promise'),
    count: receiptNumbers.length,
  })
}

/** Both sides read who did it for whom. */
const withWhose = (said: string, { actor, actingFor, isYou }: TimelineEvent, language: Language): string => {
  const t = translator(timelineText, language)
  if (actingFor === null) return said
  if (isYou) return t('byYouFor', { said, person: actingFor })
  return actor === null ? said : t('byProxy', { said, actor })
}

const FOR_SOMEBODY = { enqueued: 'enqueuedFor', replied: 'repliedFor' } as const

const keyOf = ({ kind, isYou, actor, actingFor, clock }: TimelineEvent) => {
  if (isYou && isOneOf(kind, YOURS)) return YOURS[kind]
  if (actingFor !== null && isOneOf(kind, FOR_SOMEBODY)) return FOR_SOMEBODY[kind]
  if (actor && isOneOf(kind, BY)) return BY[kind]
  return kind === 'escalated' && clock !== null ? 'escalatedLate' : kind
}

const isOneOf = <T extends object>(kind: string, table: T): kind is Extract<keyof T, string> => kind in table
