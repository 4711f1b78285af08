import { ABSENCE_CONSENT_VERSION } from '@little-bench/shared/canteen/absence'
import type { AbsenceCheck } from '@little-bench/shared/canteen/contract'
import type { AbsenceChecker } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { agentsOf } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { deleteAbsenceCheck, findAbsenceCheck, upsertAbsenceCheck } from './absence-check.repository.ts'

type AbsenceCheckView = z.input<typeof AbsenceCheck>
type Wish = { isOn: true; checker: AbsenceChecker; consents: boolean } | { isOn: false }

/** Whether the viewer wants to be asked after. Errors: `not_found` (community). */
export const readAbsenceCheck = async (
  context: Context,
  { personId }: Pick<Viewer, 'personId'>,
  communityId: string,
): Promise<AbsenceCheckView> => {
  communityOf(context, communityId)
  const check = await findAbsenceCheck(context.db, communityId, personId)
  const family = await agentsOf(context.db, personId, { service: 'canteen', power: 'read' }, context.clock.now())
  return {
    isOn: check !== undefined,
    checker: check?.checker ?? null,
    consentedAt: check?.consented_at ?? null,
    hasFamily: family.length > 0,
  }
}

/**
 * Agrees to it with the words of today, or takes it back at once, with nothing left of it.
 * Errors: `not_found` (community), `consent_missing`.
 */
export const saveAbsenceCheck = async (
  context: Context,
  viewer: Viewer,
  { communityId }: { communityId: string },
  wish: Wish,
  write: Write,
): Promise<AbsenceCheckView> => {
  communityOf(context, communityId)
  if (wish.isOn && !wish.consents) throw new AppError('consent_missing')
  const now = context.clock.now()
  const { personId, actorId } = viewer
  await inTransaction(context.db, now, write, async (trx) => {
    if (!wish.isOn) await deleteAbsenceCheck(trx, communityId, personId)
    if (wish.isOn) {
      await upsertAbsenceCheck(trx, {
        community_id: communityId,
        person_id: personId,
        checker: wish.checker,
        consent_version: ABSENCE_CONSENT_VERSION,
        consented_at: now.toISOString(),
        consented_with: actorId,
      })
    }
    return { isSaved: true }
  })
  return readAbsenceCheck(context, viewer, communityId)
}
