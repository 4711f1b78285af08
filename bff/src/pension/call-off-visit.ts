import type { ProofRecorder } from '@little-bench/shared/pension/ways'
import type { Trx } from '../platform/db/database.ts'
import type { Engine } from '../work-queue/index.ts'
import type { VisitRow } from './home-visit.repository.ts'
import { CALLED_OFF, moveVisit } from './move-visit.ts'
import { tellOfVisit, tellVisitor } from './tell-of-visit.ts'
import { roundOf, settleRound } from './visit-round-item.ts'

/**
 * It was done another way, and nobody need come: whoever waits at home is told, and whoever would have gone. The visit stays in
 * its round and says so. The caller holds it.
 */
export const callOffVisit = async (
  engine: Engine,
  trx: Trx,
  before: VisitRow,
  { recordedBy: actorId, recordedAs }: { recordedBy: string; recordedAs: ProofRecorder },
  now: Date,
): Promise<void> => {
  const actingForId = recordedAs === 'proxy' || recordedAs === 'counter' ? before.person_id : null
  const visit = await moveVisit(trx, before, {
    to: 'cancelled',
    change: CALLED_OFF,
    hand: { actorId, actingForId },
    now,
  })
  await tellVisitor(engine, trx, before)
  const details = { visitChange: 'not_needed' } as const
  await tellOfVisit(engine, trx, visit, { kind: 'visit_changed', details }, now)
  const round = roundOf(visit)
  if (round) await settleRound(engine, trx, visit.community_id, round, now)
}
