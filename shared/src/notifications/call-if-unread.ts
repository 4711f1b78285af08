import type { Notice } from './notices.ts'
import { afterWakingMinutes, type QuietHours } from './quiet-hours.ts'

/** It is called at once, whatever else was tried: a child waits, or an old person does not open the door. */
export const AT_ONCE = 0

/**
 * What is said on the telephone to whoever has an account, when WeChat did not bring it and nobody has read it after so many
 * waking minutes: what is lost when it is read too late. All else waits in the inbox until somebody looks.
 */
export const CALL_IF_UNREAD: Partial<Record<Notice, number>> = {
  child_not_picked_up: AT_ONCE,
  absence_check: 15,
  // Two hours to answer: half of them are left for the call.
  seat_offered: 60,
  child_arrival_undone: 15,
  child_pick_up_undone: 15,
  slot_cancelled: 60,
  standing_order_failed: 60,
  visit_planned: 4 * 60,
  visit_changed: 60,
  asked: 24 * 60,
  asked_again: 12 * 60,
  case_due: 12 * 60,
  proof_due: 24 * 60,
  grant_frozen: 12 * 60,
}

/** When somebody is called who has not read it; undefined for what may wait. */
export const callTime = (kind: Notice, toldAt: Date, quietHours: QuietHours): Date | undefined => {
  const minutes = CALL_IF_UNREAD[kind]
  if (minutes === undefined) return undefined
  return minutes === AT_ONCE ? toldAt : afterWakingMinutes(toldAt, minutes, quietHours)
}

/** What a night changes: whoever is told of it in the morning is told too late. */
const WAKES: readonly Notice[] = [
  'child_not_picked_up',
  'child_arrival_undone',
  'child_pick_up_undone',
  'absence_check',
]

/** Whether a telephone may ring for it in the quiet hours; an offer that ends before the morning may too. */
export const mayRingAtNight = (kind: Notice, { untilAt }: Readonly<Record<string, string>>, morning: Date): boolean =>
  WAKES.includes(kind) || (kind === 'seat_offered' && untilAt !== undefined && new Date(untilAt) <= morning)
