import { DISPLAY_STATES } from '../moderation/holds.ts'

/** Whether neighbours see an issue: not at all, not until somebody has looked at it, yes, or no for a reason. */
export const PUBLIC_STATES = ['private', ...DISPLAY_STATES] as const
export type PublicState = (typeof PUBLIC_STATES)[number]
