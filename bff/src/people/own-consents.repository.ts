import { instantOf } from '@little-bench/shared/kernel/time'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { ConsentStanding } from './consents.ts'

/** The consents that stand with each fact: the newest in force, else when the last was taken back. */
export const factConsentOf = async (db: DbOf<'resident_fact'>, personId: string): Promise<ConsentStanding> => {
  const rows = await tables(db)
    .selectFrom('resident_fact')
    .select(['claimed_at', 'consent_version', 'ended_on'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  const open = rows.find(({ ended_on: endedOn }) => endedOn === null)
  const endedOn = rows
    .flatMap((row) => row.ended_on ?? [])
    .toSorted()
    .at(-1)
  return {
    given: open ? { at: open.claimed_at, version: open.consent_version } : null,
    withdrawnAt: open || endedOn === undefined ? null : instantOf(endedOn, 0).toISOString(),
  }
}

/** The consents that stand with each child. */
export const childConsentOf = async (db: DbOf<'child'>, personId: string): Promise<ConsentStanding> => {
  const rows = await tables(db)
    .selectFrom('child')
    .select(['consented_at', 'consent_version', 'removed_at'])
    .where('guardian_id', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  const kept = rows.find(({ removed_at: removedAt }) => removedAt === null)
  const removedAt = rows
    .flatMap((row) => row.removed_at ?? [])
    .toSorted()
    .at(-1)
  return {
    given: kept ? { at: kept.consented_at, version: kept.consent_version } : null,
    withdrawnAt: kept ? null : (removedAt ?? null),
  }
}
