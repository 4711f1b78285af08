import { dropCallLinesAbout } from '../notifications/index.ts'
import type { Trx } from '../platform/db/database.ts'

/** What the counter has still to say of a visit, of that it is due, and of both. */
const SAID = {
  visit: ['visit_planned', 'visit_changed'],
  due: ['proof_due'],
  both: ['proof_due', 'visit_planned', 'visit_changed'],
} as const

/**
 * Nobody is called about how it was before. Once in a transaction and for everybody in it: calls are held in one order, so
 * that no two who hold those of one family wait for each other.
 */
export const forgetCalls = (
  trx: Trx,
  communityId: string,
  { of, personIds }: { of: keyof typeof SAID; personIds: readonly string[] },
  now: Date,
): Promise<void> => dropCallLinesAbout(trx, { communityId, kinds: SAID[of], aboutPersonIds: personIds }, now)
