import { AppError } from '@little-bench/shared/kernel/errors'
import {
  CONSENT_PURPOSES,
  CONSENT_RULES,
  type ConsentPurpose,
  POLICY_VERSION,
} from '@little-bench/shared/privacy/consents'
import { type ConsentStanding, consentsOf, keepConsent, takeBackConsent } from '../people/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type ConsentView, presentConsent } from './consent.presenter.ts'
import type { Privacy } from './privacy.ts'

const NEVER_GIVEN: ConsentStanding = { given: null, withdrawnAt: null }

const standingsOf = async (
  { consentSources }: Privacy,
  db: Database | Trx,
  personId: string,
): Promise<ReadonlyMap<ConsentPurpose, ConsentStanding>> => {
  const standings = new Map(await consentsOf(db, personId))
  for (const purpose of CONSENT_PURPOSES) {
    const source = consentSources[purpose]
    if (source) standings.set(purpose, await source(db, personId))
  }
  return standings
}

/** Every purpose that needs a consent of its own, given or not. */
export const listConsents = async (privacy: Privacy, { personId, language }: Viewer): Promise<ConsentView[]> => {
  const standings = await standingsOf(privacy, privacy.db, personId)
  return CONSENT_PURPOSES.map((purpose) => presentConsent(purpose, standings.get(purpose) ?? NEVER_GIVEN, language))
}

const readConsent = async (privacy: Privacy, viewer: Viewer, purpose: ConsentPurpose): Promise<ConsentView> => {
  const standings = await standingsOf(privacy, privacy.db, viewer.personId)
  return presentConsent(purpose, standings.get(purpose) ?? NEVER_GIVEN, viewer.language)
}

/**
 * Agrees to one purpose. Errors: `consent_not_withdrawable` where it is given with what it is for, `policy_changed` for
 * words that are not in force any more.
 */
export const giveConsent = async (
  privacy: Privacy,
  viewer: Viewer,
  { purpose, version }: { purpose: ConsentPurpose; version: string },
  write: Write,
): Promise<ConsentView> => {
  if (CONSENT_RULES[purpose].withdrawal === 'its_page') throw new AppError('consent_not_withdrawable')
  if (version !== POLICY_VERSION) throw new AppError('policy_changed')
  const now = privacy.clock.now()
  const { personId, actorId } = viewer
  await inTransaction(privacy.db, now, write, async (trx) => {
    await keepConsent(trx, { personId, actorId, purpose }, now)
    return { isGiven: true }
  })
  return readConsent(privacy, viewer, purpose)
}

/** Takes it back, and what was kept for it is erased. Errors: `consent_not_withdrawable` where that is done elsewhere. */
export const withdrawConsent = async (
  privacy: Privacy,
  viewer: Viewer,
  purpose: ConsentPurpose,
  write: Write,
): Promise<ConsentView> => {
  if (CONSENT_RULES[purpose].withdrawal !== 'here') throw new AppError('consent_not_withdrawable')
  const now = privacy.clock.now()
  await inTransaction(privacy.db, now, write, async (trx) => {
    await takeBack(privacy, trx, viewer.personId, purpose, now)
    return { isWithdrawn: true }
  })
  return readConsent(privacy, viewer, purpose)
}

/** Also for whoever took the permission back elsewhere. */
export const takeBack = async (
  { onWithdrawn }: Privacy,
  trx: Trx,
  personId: string,
  purpose: ConsentPurpose,
  now: Date,
): Promise<void> => {
  await takeBackConsent(trx, { personId, purpose }, now)
  await onWithdrawn[purpose]?.(trx, personId, now)
}
