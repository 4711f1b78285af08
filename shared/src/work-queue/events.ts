/** What one row of the timeline says happened; the past tense of a move, or what the system or a conversation did. */
export const WORK_ITEM_EVENTS = [
  'enqueued',
  'claimed',
  'dispatched',
  'accepted',
  'returned',
  'transferred',
  'referred',
  'referral_accepted',
  'referral_refused',
  'invited',
  'asked',
  'answered',
  'suspended',
  'resumed',
  'split',
  'merged',
  'absorbed',
  'recategorised',
  'relocated',
  'escalated',
  'reminded',
  'converted',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
  'rated',
  'noted',
  'replied',
  'ran_late',
  'asked_again',
  'asked_to_rate',
  'followed_up',
  'redrawn',
  'bound',
  'raised',
] as const
export type WorkItemEventKind = (typeof WORK_ITEM_EVENTS)[number]

/** Who may read an event or a message: the requester and staff, or staff alone. */
export const AUDIENCES = ['requester', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What happens between colleagues; every other line of the timeline is the resident's too. */
export const STAFF_EVENTS: readonly WorkItemEventKind[] = [
  'transferred',
  'referral_refused',
  'noted',
  'absorbed',
  'followed_up',
  'redrawn',
  'raised',
]

export const audienceOfEvent = (kind: WorkItemEventKind): Audience =>
  STAFF_EVENTS.includes(kind) ? 'staff' : 'requester'

/** Why an item does not go on; shown to the resident in words. */
export const SUSPENSION_REASONS = ['materials', 'weather', 'another_unit', 'season', 'court'] as const
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

/** How a follow-up call (回访) ended. */
export const FOLLOW_UP_RESULTS = ['solved', 'not_solved', 'no_answer'] as const
export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number]

/**
 * What an event says beside who, when and which state. Ids are of the configuration or of rows; the presenter turns
 * them into names for the reader. No free text of a person is ever in here.
 */
export interface EventDetails {
  fromQueueId?: string
  toQueueId?: string
  /** Everybody invited, or following from the start. */
  queueIds?: string[]
  fromGridCellId?: string | null
  toGridCellId?: string | null
  fromServiceCode?: string
  toServiceCode?: string
  /** The receiver of a transfer or dispatch. */
  assigneeId?: string
  reason?: SuspensionReason
  /** Until when it is suspended, ISO 8601. */
  until?: string
  /** Which promise ran out. */
  clock?: 'acceptance' | 'first_reply' | 'resolve'
  /** Receipt numbers of works, duplicates and their primary. */
  receiptNumbers?: string[]
  solved?: boolean
  /** 1–5, with `rated`. */
  satisfaction?: number
  result?: FollowUpResult
  outcome?: string
  /** The reminder's count, from 1; with `raised` the households. */
  count?: number
}
