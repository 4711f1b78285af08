import type { Notice } from './notices.ts'

/** Places on which what a message is about can be seen; each stands for one page of the app. */
export type Opened =
  /** The item of whoever said it, on the page of its service. */
  | 'item'
  /** The same item, at the desk of whoever works on it. */
  | 'desk_item'
  /** What neighbours have said. */
  | 'neighbours'
  | 'bookings'
  | 'sittings'
  | 'child_booking'
  | 'case'
  | 'proof'
  | 'visit'
  | 'acts'
  | 'grants_given'
  | 'grants_received'
  /** Either side of an acting-for that is over. */
  | 'grants'
  | 'facts'
  | 'household'

/** What each message opens: one table for the inbox and for WeChat. */
export const NOTICE_OPENS: Record<Notice, Opened> = {
  receipt: 'item',
  accepted: 'item',
  resolved: 'item',
  closed: 'item',
  returned_to_queue: 'item',
  asked: 'item',
  asked_again: 'item',
  replied: 'item',
  suspended: 'item',
  resumed: 'item',
  moved_queue: 'item',
  overdue: 'item',
  merged: 'item',
  reopened: 'item',
  asked_to_rate: 'item',
  closed_unanswered: 'item',
  closed_unrated: 'item',
  staff_dispatched: 'desk_item',
  staff_referred: 'desk_item',
  staff_referral_refused: 'desk_item',
  staff_invited: 'desk_item',
  staff_reminded: 'desk_item',
  staff_answered: 'desk_item',
  staff_overdue: 'desk_item',
  staff_passed_up: 'desk_item',
  staff_returned: 'desk_item',
  acted_for: 'acts',
  grant_offered: 'grants_received',
  grant_accepted: 'grants_given',
  grant_refused: 'grants_given',
  grant_revoked: 'grants',
  grant_frozen: 'grants_given',
  grant_review: 'grants_given',
  // Where the session can be ended.
  assist_started: 'acts',
  fact_verified: 'facts',
  fact_refused: 'facts',
  receipt_bound: 'item',
  household_joined: 'household',
  household_left: 'household',
  staff_reopened: 'desk_item',
  endorsed_accepted: 'item',
  endorsed_resolved: 'item',
  endorsed_closed: 'item',
  endorsed_reopened: 'item',
  // It is there no more.
  endorsed_withdrawn: 'neighbours',
  endorsed_merged: 'item',
  endorsed_merged_unseen: 'item',
  seat_offered: 'bookings',
  seat_passed_on: 'bookings',
  wait_ended: 'bookings',
  slot_cancelled: 'bookings',
  standing_order_made: 'bookings',
  standing_order_waiting: 'bookings',
  // There is no order: dishes can be chosen there.
  standing_order_failed: 'sittings',
  // The meal is somebody else's: here stands who that is.
  absence_check: 'grants_received',
  child_arrived: 'child_booking',
  child_picked_up: 'child_booking',
  child_not_picked_up: 'child_booking',
  child_arrival_undone: 'child_booking',
  child_pick_up_undone: 'child_booking',
  case_news: 'case',
  case_due: 'case',
  proof_due: 'proof',
  visit_planned: 'visit',
  visit_changed: 'visit',
  visit_outcome: 'visit',
  not_shown: 'item',
}
