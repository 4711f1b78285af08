import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { handOf } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { forgetCalls } from './forget-calls.ts'
import { lockOpenVisitsOf, lockVisit, type VisitAddress, type VisitRow } from './home-visit.repository.ts'
import { CALLED_OFF, moveVisit, UNPLANNED, type VisitMove } from './move-visit.ts'
import type { ProofView } from './proof.presenter.ts'
import { readProofOfLife } from './read-proof.service.ts'
import { refuseBiometrics } from './refuse-biometrics.ts'
import { sealAtOrNull } from './sealed-visit.ts'
import { tellVisitor } from './tell-of-visit.ts'
import { roundOf, settleRound } from './visit-round-item.ts'

/** A visit of the viewer's, held. Errors: `not_found` for everybody else's. */
export const lockOwnVisit = async (
  trx: Trx,
  { personId }: Pick<Viewer, 'personId'>,
  address: VisitAddress,
): Promise<VisitRow> => {
  const visit = await lockVisit(trx, address)
  if (visit?.person_id !== personId) throw new AppError('not_found')
  return visit
}

const change = async (
  engine: Engine,
  viewer: Viewer,
  address: VisitAddress,
  write: Write,
  moveOf: (visit: VisitRow) => Pick<VisitMove, 'to' | 'change'>,
): Promise<ProofView> => {
  const now = engine.clock.now()
  await inTransaction(engine.db, now, write, async (trx) => {
    const before = await lockOwnVisit(trx, viewer, address)
    await moveHeld(engine, trx, before, { ...moveOf(before), hand: handOf(viewer), now })
    return { visitId: before.id }
  })
  return readProofOfLife(engine, viewer, address.communityId)
}

const moveHeld = async (engine: Engine, trx: Trx, before: VisitRow, move: VisitMove): Promise<void> => {
  const { community_id: communityId, person_id: personId } = before
  await moveVisit(trx, before, move)
  await tellVisitor(engine, trx, before)
  const left = roundOf(before)
  if (left) await settleRound(engine, trx, communityId, left, move.now)
  await forgetCalls(trx, communityId, { of: 'visit', personIds: [personId] }, move.now)
}

/** Whoever closes their account is visited no more; whoever would have come is told. */
export const cancelVisitsOf = async (engine: Engine, trx: Trx, personId: string, now: Date): Promise<void> => {
  const hand = { actorId: personId, actingForId: null }
  for (const visit of await lockOpenVisitsOf(trx, personId)) {
    await moveHeld(engine, trx, visit, { to: 'cancelled', change: CALLED_OFF, hand, now })
  }
}

/**
 * Another day: the visit waits to be planned again, where it stood by when it was asked for. Whoever would have come is told.
 * Errors: `not_found`, `visit_changed` for one that is over, `biometrics_refused`.
 */
export const rescheduleVisit = (
  engine: Engine,
  viewer: Viewer,
  address: VisitAddress,
  { notOn, note }: { notOn: readonly ServiceDate[]; note?: string | undefined },
  write: Write,
): Promise<ProofView> =>
  change(engine, viewer, address, write, ({ id }) => {
    refuseBiometrics(note)
    return {
      to: 'requested',
      change: {
        ...UNPLANNED,
        not_on: [...new Set(notOn)].toSorted(),
        ...(note !== undefined && { sealed_note: sealAtOrNull(engine.sealer, 'note', id, note) }),
      },
    }
  })

/** No visit is needed any more; whoever would have come is told. Errors: `not_found`, `visit_changed` for one that is over. */
export const cancelHomeVisit = (
  engine: Engine,
  viewer: Viewer,
  address: VisitAddress,
  write: Write,
): Promise<ProofView> => change(engine, viewer, address, write, () => ({ to: 'cancelled', change: CALLED_OFF }))
