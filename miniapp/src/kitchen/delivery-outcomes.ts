import type { Outcome } from './kitchen.api'

/** In the order in which they happen at a door. */
export const DELIVERY_OUTCOMES: readonly Outcome[] = ['delivered', 'refused', 'nobody_home']
