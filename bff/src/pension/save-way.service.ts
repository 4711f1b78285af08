import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { proposedWay } from '@little-bench/shared/pension/ways'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import type { ProofView } from './proof.presenter.ts'
import { enrol, saveWay } from './proof.repository.ts'
import { homeWithPension, readProofOfLife } from './read-proof.service.ts'

interface Answers {
  canUseApp: boolean
  hasHelper: boolean
  needsVisit: boolean
}

/** Keeps the way that three answers lead to, and not the answers: what somebody cannot do is nobody's to know. */
export const saveProofOfLifeWay = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { canUseApp, hasHelper, needsVisit }: Answers,
  write: Write,
): Promise<ProofView> => {
  const now = engine.clock.now()
  homeWithPension(engine, viewer, communityId)
  await inTransaction(engine.db, now, write, async (trx) => {
    const key = { communityId, personId: viewer.personId }
    await enrol(trx, key, shanghaiTime(now).date)
    const answers = { can_use_app: canUseApp, has_helper: hasHelper, needs_visit: needsVisit }
    await saveWay(trx, key, proposedWay(answers))
    return {}
  })
  return readProofOfLife(engine, viewer, communityId)
}
