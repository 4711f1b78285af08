import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { ProofEvidence, ProofRecorder } from '@little-bench/shared/pension/ways'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import type { Engine } from '../work-queue/index.ts'
import { callOffVisit } from './call-off-visit.ts'
import { forgetCalls } from './forget-calls.ts'
import { lockOpenVisitOf } from './home-visit.repository.ts'
import { standingOf } from './open-proofs.service.ts'
import type { PensionCommunity } from './pension-community.ts'
import { enrol, insertDone, listProofs, lockProof } from './proof.repository.ts'

/** That it is done, and by whom and how it is known. */
export interface Done {
  on: ServiceDate
  evidence: ProofEvidence
  recordedBy: string
  recordedAs: ProofRecorder
}

/**
 * In the transaction of whoever knows it; from its end on nobody is reminded, called, or visited because of it. A visit that
 * is still to be made stays when what was done counts for an older window.
 */
export const writeDone = async (
  engine: Engine,
  trx: Trx,
  community: PensionCommunity,
  { personId, ...done }: Done & { personId: string },
  now: Date,
): Promise<void> => {
  const key = { communityId: community.id, personId }
  const { date: today } = shanghaiTime(now)
  // The visit before the proof: so does whoever writes down what became of it.
  const visit = await lockOpenVisitOf(trx, key)
  await enrol(trx, key, today)
  await lockProof(trx, key)
  await insertDone(trx, {
    community_id: key.communityId,
    id: uuidv7(),
    person_id: personId,
    done_on: done.on,
    evidence: done.evidence,
    recorded_by: done.recordedBy,
    recorded_as: done.recordedAs,
    recorded_at: now.toISOString(),
  })
  const [proof] = await listProofs(trx, community.id, [personId])
  const isValid = proof !== undefined && standingOf(community, proof, today).status === 'valid'
  const stays = visit !== undefined && !isValid
  if (visit && isValid) await callOffVisit(engine, trx, visit, done, now)
  await forgetCalls(trx, community.id, { of: stays ? 'due' : 'both', personIds: [personId] }, now)
}
