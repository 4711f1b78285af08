import type { Notice } from '@little-bench/shared/notifications/notices'
import type { noticeGroupText } from './delivery.text'

type Group = keyof typeof noticeGroupText

const GROUP_OF_BEGINNING: readonly (readonly [beginning: string, group: Group])[] = [
  ['staff_', 'staff'],
  ['endorsed_', 'endorsed'],
  ['grant_', 'proxy'],
  ['acted_for', 'proxy'],
  ['assist_', 'proxy'],
  ['household_', 'proxy'],
  ['fact_', 'fact'],
  ['seat_', 'booking'],
  ['wait_ended', 'booking'],
  ['slot_', 'booking'],
  ['standing_', 'booking'],
  ['absence_check', 'booking'],
  ['child_', 'child'],
  ['visit_', 'visit'],
  ['proof_', 'visit'],
  // Who has a case is nobody's to know from a list of messages.
  ['case_', 'other'],
]

/** What a message is about, in a word that gives nothing away. */
export const groupOfNotice = (kind: Notice): Group =>
  GROUP_OF_BEGINNING.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'item'
