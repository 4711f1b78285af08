import { findPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { pensionContract } from '@little-bench/shared/pension/contract'
import { factAt } from '@little-bench/shared/people/facts'
import type { z } from 'zod'
import { factsOf } from '../people/index.ts'
import { handOf } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import type { PensionCommunity } from './pension-community.ts'
import type { ProofView } from './proof.presenter.ts'
import { enrol } from './proof.repository.ts'
import { homeWithPension, readProofOfLife } from './read-proof.service.ts'
import { refuseBiometrics } from './refuse-biometrics.ts'
import { writeVisit } from './write-visit.ts'

export type NewVisit = z.output<typeof pensionContract.requestHomeVisit.body>

/**
 * Asks for a visit. Why is kept only with a consent of its own, and sealed. Errors: `not_found` where there is no such help,
 * `consent_missing`, `biometrics_refused`, `unknown_place`, `address_missing` when nobody knows where, `visit_exists`.
 */
export const requestHomeVisit = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  request: NewVisit,
  write: Write,
): Promise<ProofView> => {
  const community = homeWithPension(engine, viewer, communityId)
  const now = engine.clock.now()
  await inTransaction(engine.db, now, write, async (trx) => {
    if (!request.consents) throw new AppError('consent_missing')
    refuseBiometrics(request.door, request.note)
    const placeId = await placeOf(engine, trx, viewer, { community, asked: request.placeId, now })
    await enrol(trx, { communityId, personId: viewer.personId }, shanghaiTime(now).date)
    const asked = { ...request, placeId, personId: viewer.personId, hand: handOf(viewer) }
    const visitId = await writeVisit(trx, engine.sealer, communityId, asked, now)
    if (visitId === undefined) throw new AppError('visit_exists')
    return { visitId }
  })
  return readProofOfLife(engine, viewer, communityId)
}

interface Where {
  community: PensionCommunity
  asked: string | undefined
  now: Date
}

/** The courtyard that was named, or else the one where they are known to live. */
const placeOf = async (
  engine: Engine,
  trx: Trx,
  { personId }: Viewer,
  { community, asked, now }: Where,
): Promise<string> => {
  if (asked !== undefined) {
    if (!findPlace(community, asked)) throw new AppError('unknown_place')
    return asked
  }
  const home = factAt(await factsOf(engine, trx, personId), 'residence', shanghaiTime(now).date)?.value
  const isHere = home?.communityId === community.id && findPlace(community, home.placeId)
  if (!isHere) throw new AppError('address_missing')
  return home.placeId
}
