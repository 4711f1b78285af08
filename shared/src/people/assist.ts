/** How somebody came to the staff who help them; kept with everything that is filed so. */
export const ASSIST_REASONS = ['counter', 'phone', 'visit'] as const
export type AssistReason = (typeof ASSIST_REASONS)[number]

/** A session that nobody ended is over after this: what follows needs a new one, with its reason. */
export const ASSIST_MINUTES = 30
