import { AppError } from '@little-bench/shared/kernel/errors'
import type { FoundResident } from '@little-bench/shared/people/counter.contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { recordReads } from './confidential-reads.ts'
import { assistsCommunity } from './counter.policy.ts'
import { presentFoundResident } from './counter.presenter.ts'
import { listResidentsByHash } from './person-contact.repository.ts'
import { nameHashOf, phoneHashOf } from './sealed-contact.ts'

/** More people of one name than this are told apart by their number. */
const MAX_FOUND = 10

/** A whole number or a whole name; there is no search by a part of either. */
type Sought = { phone: string } | { name: string }

/**
 * Residents of a community where the caller works. Each search leaves a line for everybody whom it found.
 * Errors: `not_found` for a community that is not theirs.
 */
export const findResidents = async (
  context: Context,
  viewer: Viewer,
  communityId: string,
  sought: Sought,
): Promise<z.input<typeof FoundResident>[]> => {
  if (!assistsCommunity(viewer.roles, communityId)) throw new AppError('not_found')
  const { sealer } = context
  const hashes =
    'phone' in sought ? { phoneHash: phoneHashOf(sealer, sought.phone) } : { nameHash: nameHashOf(sealer, sought.name) }
  const now = context.clock.now()
  const rows = await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const found = await listResidentsByHash(trx, communityId, hashes, MAX_FOUND)
    const seen = found.length === 0 ? [null] : found.map(({ person_id: id }) => id)
    await recordReads(trx, { communityId, readerId: viewer.personId, what: 'search' }, seen, now)
    return found
  })
  return rows.map((row) => presentFoundResident(sealer, row))
}
