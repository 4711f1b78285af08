/** What the desk calls the item of one round of visits: everybody whom one visitor goes to on one day. */
export const VISIT_ROUND_CODE = 'visit_round'

/** A visit after which somebody must be called: they need a hospital, or did not want it. */
export const VISIT_FOLLOW_UP_CODE = 'visit_follow_up'
