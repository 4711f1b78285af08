import type { DisplayPreferences } from '@little-bench/shared/people/contract'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { findDisplayPreferences, upsertDisplayPreferences } from './display-preference.repository.ts'

/** How whoever holds the phone reads, also while they act for somebody; null until they have chosen. */
export const displayPreferencesOf = async (context: Context, { actorId }: Viewer): Promise<DisplayPreferences | null> =>
  (await findDisplayPreferences(context.db, actorId)) ?? null

/** Keeps how the caller reads, for every phone on which they sign in. */
export const saveDisplayPreferences = (
  context: Context,
  { actorId }: Viewer,
  preferences: DisplayPreferences,
  write: Write,
): Promise<DisplayPreferences> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    await upsertDisplayPreferences(trx, actorId, preferences, now)
    return preferences
  })
}
