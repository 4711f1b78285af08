import type { LocalText } from '../kernel/language.ts'
import { afterWakingMinutes, type QuietHours } from '../notifications/quiet-hours.ts'

/** Somebody who waits for a seat. */
export interface Waiting {
  /** UUIDv7 of the booking: whoever asked first has the smaller one. */
  id: string
  /** Which reason of WAITLIST_REASONS puts them where they are. */
  reason: WaitlistReason
}

/** The published order of a waitlist: the first that holds for somebody is theirs; within one, who asked first. */
export const WAITLIST_REASONS = ['cannot_come_otherwise', 'lives_here', 'works_nearby', 'anybody'] as const
export type WaitlistReason = (typeof WAITLIST_REASONS)[number]

export const WAITLIST_TEXT: Record<WaitlistReason, LocalText> = {
  cannot_come_otherwise: { zh: '行动不便或持残疾人证的排在前面' },
  lives_here: { zh: '住在本社区的，按报名先后' },
  works_nearby: { zh: '在附近上班的排在本社区居民之后' },
  anybody: { zh: '其他人按报名先后' },
}

const byOrder = (a: Waiting, b: Waiting): number => {
  const rank = WAITLIST_REASONS.indexOf(a.reason) - WAITLIST_REASONS.indexOf(b.reason)
  if (rank !== 0) return rank
  return a.id < b.id ? -1 : 1
}

/** Who is offered a seat before whom. */
export const inWaitlistOrder = <W extends Waiting>(waiting: readonly W[]): W[] => waiting.toSorted(byOrder)

/** 1 for whoever is next. */
export const positionOf = (id: string, waiting: readonly Waiting[]): number | undefined => {
  const index = inWaitlistOrder(waiting).findIndex((other) => other.id === id)
  return index === -1 ? undefined : index + 1
}

/**
 * An offer waits for its answer so long, the quiet hours not counted, and never into the cut-off; when there is no time left
 * it is not made.
 */
export const offerUntil = (
  now: Date,
  cutoffAt: Date,
  { answerMinutes, quietHours }: { answerMinutes: number; quietHours: QuietHours },
): Date | undefined => {
  if (now >= cutoffAt) return undefined
  const until = afterWakingMinutes(now, answerMinutes, quietHours)
  return until < cutoffAt ? until : cutoffAt
}
