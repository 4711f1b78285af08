import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { EVIDENCE_OF } from '@little-bench/shared/pension/evidence'
import type { ProofEvidence, ProofRecorder } from '@little-bench/shared/pension/ways'
import { v7 as uuidv7 } from 'uuid'
import { dropCallLinesAbout } from '../notifications/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { recorderOf } from './proof.policy.ts'
import type { ProofView } from './proof.presenter.ts'
import { enrol, insertDone, lockProof, type ProofKey } from './proof.repository.ts'
import { homeWithPension, readProofOfLife } from './read-proof.service.ts'

/** That it is done, and by whom and how it is known. */
export interface Done {
  on: ServiceDate
  evidence: ProofEvidence
  recordedBy: string
  recordedAs: ProofRecorder
}

/**
 * Writes down that it is done. A day of an older window counts for that one: what is late is not lost.
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
  homeWithPension(engine, viewer, communityId)
  await inTransaction(engine.db, now, write, async (trx) => {
    const recordedAs = recorderOf(viewer.authority)
    if (!EVIDENCE_OF[recordedAs].includes(evidence)) throw new AppError('evidence_not_yours')
    if (on > shanghaiTime(now).date) throw new AppError('date_in_future')
    const done = { on, evidence, recordedBy: viewer.actorId, recordedAs }
    await writeDone(trx, { communityId, personId: viewer.personId }, done, now)
    return {}
  })
  return readProofOfLife(engine, viewer, communityId)
}

/** In the transaction of whoever knows it; from its end on nobody is reminded, or called because of it. */
export const writeDone = async (trx: Trx, key: ProofKey, done: Done, now: Date): Promise<void> => {
  await enrol(trx, key, shanghaiTime(now).date)
  await lockProof(trx, key)
  await insertDone(trx, {
    community_id: key.communityId,
    id: uuidv7(),
    person_id: key.personId,
    done_on: done.on,
    evidence: done.evidence,
    recorded_by: done.recordedBy,
    recorded_as: done.recordedAs,
    recorded_at: now.toISOString(),
  })
  await dropCallLinesAbout(trx, { communityId: key.communityId, kind: 'proof_due', aboutPersonId: key.personId }, now)
}
