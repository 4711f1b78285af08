import { type ConsentPurpose, POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { v7 as uuidv7 } from 'uuid'
import type { Database, Trx } from '../platform/db/database.ts'
import { endConsent, insertConsent, listLastConsents } from './consent.repository.ts'

/** What somebody has agreed to, as far as it is known: when, to which words, and when they took it back. */
export interface ConsentStanding {
  given: { at: string; version: string } | null
  withdrawnAt: string | null
}

/**
 * Writes down that somebody agrees to one purpose in the words that are in force, in the transaction of what they agree
 * to; `actorId` is another where staff sit beside them. One that is in force for the same words stays as it is.
 */
export const keepConsent = async (
  trx: Trx,
  { personId, actorId = personId, purpose }: { personId: string; actorId?: string; purpose: ConsentPurpose },
  now: Date,
): Promise<void> => {
  await endConsent(trx, { personId, purpose, otherThan: POLICY_VERSION }, now)
  await insertConsent(trx, {
    id: uuidv7(),
    person_id: personId,
    purpose,
    version: POLICY_VERSION,
    given_at: now.toISOString(),
    channel: actorId === personId ? 'own' : 'counter',
    given_with: actorId === personId ? null : actorId,
  })
}

/** Takes it back; false when it was not given. */
export const takeBackConsent = (
  trx: Trx,
  consent: { personId: string; purpose: ConsentPurpose },
  now: Date,
): Promise<boolean> => endConsent(trx, consent, now)

/** Whether it is in force now. */
export const hasConsent = async (db: Database | Trx, personId: string, purpose: ConsentPurpose): Promise<boolean> =>
  ((await consentsOf(db, personId)).get(purpose)?.given ?? null) !== null

/** What is written down as a consent by itself, by purpose. */
export const consentsOf = async (
  db: Database | Trx,
  personId: string,
): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>> =>
  new Map(
    (await listLastConsents(db, personId)).map(({ purpose, version, given_at: at, withdrawn_at: withdrawnAt }) => [
      purpose,
      { given: withdrawnAt === null ? { at, version } : null, withdrawnAt },
    ]),
  )
