import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { EVIDENCE_OF } from '@little-bench/shared/pension/evidence'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { recorderOf } from './proof.policy.ts'
import type { ProofView } from './proof.presenter.ts'
import { homeWithPension, readProofOfLife } from './read-proof.service.ts'
import { type Done, writeDone } from './write-done.ts'

/**
 * Writes down that it is done; a visit that was waited for is called off. A day of an older window counts for that one: what
 * is late is not lost.
 * Errors: `not_found`, `date_in_future`, `evidence_not_yours`.
 */
export const recordProofOfLifeDone = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { on, evidence }: Pick<Done, 'on' | 'evidence'>,
  write: Write,
): Promise<ProofView> => {
  const now = engine.clock.now()
  const community = homeWithPension(engine, viewer, communityId)
  await inTransaction(engine.db, now, write, async (trx) => {
    const recordedAs = recorderOf(viewer.authority)
    if (!EVIDENCE_OF[recordedAs].includes(evidence)) throw new AppError('evidence_not_yours')
    if (on > shanghaiTime(now).date) throw new AppError('date_in_future')
    const { personId, actorId: recordedBy } = viewer
    await writeDone(engine, trx, community, { personId, on, evidence, recordedBy, recordedAs }, now)
    return {}
  })
  return readProofOfLife(engine, viewer, communityId)
}
