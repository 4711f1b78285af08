import type { LocalText } from '../kernel/language.ts'
import type { ServiceDate } from '../kernel/time.ts'

/** Changed whenever the text changes: a consent names the words it was given to. */
export const CHILD_CONSENT_VERSION = '2026-11-28'

/** What a guardian agrees to for a child, on a screen of its own (PIPL 28, 31: everything about a child under 14 is sensitive). */
export const CHILD_CONSENT_TEXT: LocalText = {
  zh: '我是孩子的监护人。同意社区加密记下孩子的小名、出生年月、过敏情况和接送人，只用来安排托育和活动，只给当天照看孩子的人看，每看一次都留下记录。可以随时删掉。',
}

/** Nobody older is written down as a child. */
export const OLDEST_CHILD_YEARS = 15

/**
 * The day from which a child's age counts. Only the month of birth is kept, so a child is a month older on the first of
 * each month: one born in 2024-05 is six months old from 2024-11-01 on.
 */
export const countedFrom = (bornIn: string): ServiceDate => `${bornIn}-01`

/** What somebody who may fetch a child is to it. */
export const PICK_UP_RELATIONS = ['parent', 'grandparent', 'sibling', 'relative', 'friend'] as const
export type PickUpRelation = (typeof PICK_UP_RELATIONS)[number]

/** Why staff read of a child. */
export const CHILD_READ_REASONS = ['day_roster', 'handover', 'activity_roster'] as const
export type ChildReadReason = (typeof CHILD_READ_REASONS)[number]
