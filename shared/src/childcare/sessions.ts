import type { LocalText } from '../kernel/language.ts'

/**
 * What a family books of a day; also the `kind` of the slot. A group's places are shared out among them in the
 * configuration, so that all together never exceed what its carers may look after.
 */
export const CHILDCARE_SESSIONS = ['full_day', 'morning', 'afternoon', 'temporary'] as const
export type ChildcareSession = (typeof CHILDCARE_SESSIONS)[number]

export const SESSION_TEXT: Record<ChildcareSession, LocalText> = {
  full_day: { zh: '全天' },
  morning: { zh: '上午半天' },
  afternoon: { zh: '下午半天' },
  temporary: { zh: '临时托管' },
}

/** Children in one booking: all of them or none. */
export const MAX_SIBLINGS = 4

/** Why a child does not come; no diagnosis is asked for. */
export const ABSENCE_REASONS = ['ill', 'family', 'other'] as const
export type AbsenceReason = (typeof ABSENCE_REASONS)[number]

/**
 * How the centre knew who fetched a child: by the code of the day, because they know each other, or, when no phone works,
 * by looking at a paper with the name that is on the list.
 */
export const PICK_UP_WAYS = ['code', 'known', 'identity_seen'] as const
export type PickUpWay = (typeof PICK_UP_WAYS)[number]
