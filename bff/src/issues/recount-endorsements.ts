import { countHouseholdsOf } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { listEndorsers } from './endorsement.repository.ts'
import { setEndorsements } from './issue.repository.ts'

/** Keeps how many households say 我也一样 now; the item of the issue is held. */
export const recountEndorsements = async (
  trx: Trx,
  address: { communityId: string; issueId: string },
): Promise<number> => {
  const endorsements = await countHouseholdsOf(trx, await listEndorsers(trx, address))
  await setEndorsements(trx, address.communityId, address.issueId, endorsements)
  return endorsements
}
