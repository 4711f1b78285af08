/** What the desk calls the item of one round of visits: everybody whom one visitor goes to on one day. */
export const VISIT_ROUND_CODE = 'visit_round'
