import { dropCallLinesAbout } from '../notifications/index.ts'
import type { Trx } from '../platform/db/database.ts'

/** What the counter has still to say of a visit, of that it is due, and of both. */
const SAID = {
  visit: ['visit_planned', 'visit_changed'],
  due: ['proof_due'],
  both: ['proof_due', 'visit_planned', 'visit_changed'],
} as const

/**
 * Nobody is called about how it was before. The last thing in a transaction, and once for everybody in it: visits, rounds,
 * calls are held in that order, so that nobody waits for who waits for them.
 */
export const forgetCalls = (
  trx: Trx,
  communityId: string,
  { of, personIds }: { of: keyof typeof SAID; personIds: readonly string[] },
  now: Date,
): Promise<void> => dropCallLinesAbout(trx, { communityId, kinds: SAID[of], aboutPersonIds: personIds }, now)
