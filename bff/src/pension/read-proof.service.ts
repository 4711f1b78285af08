import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { livesIn, namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { type ProofView, presentProof } from './proof.presenter.ts'
import { findLastDone, findProof } from './proof.repository.ts'
import { visitCardOf } from './visit-card.presenter.ts'

/** Where it is one's own: at home. Errors: `not_found`, also where somebody does not live. */
export const homeWithPension = (
  engine: Engine,
  { roles }: Pick<Viewer, 'roles'>,
  communityId: string,
): PensionCommunity => {
  if (!livesIn(roles, communityId)) throw new AppError('not_found')
  return communityWithPension(engine, communityId)
}

/** Where somebody stands with their proof of life. Errors: `not_found`. */
export const readProofOfLife = async (engine: Engine, viewer: Viewer, communityId: string): Promise<ProofView> => {
  const community = homeWithPension(engine, viewer, communityId)
  const { personId, actorId, language } = viewer
  const key = { communityId, personId }
  const [proof, lastDone] = await Promise.all([findProof(engine.db, key), findLastDone(engine.db, key)])
  const visit = await visitCardOf(engine, community, { personId, language })
  const names = await namesByPersonId(engine, [personId, ...(lastDone ? [lastDone.recorded_by] : [])])
  const { date: today } = shanghaiTime(engine.clock.now())
  return presentProof({ community, proof, lastDone, names, visit }, { personId, actorId, language, today })
}
