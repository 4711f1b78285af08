import { gridCellOfPlace } from '@little-bench/config/places'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, enqueue } from '../work-queue/index.ts'
import type { VisitRow } from './home-visit.repository.ts'
import type { PensionCommunity } from './pension-community.ts'
import { VISIT_FOLLOW_UP } from './visit-categories.ts'

/** Somebody needs a hospital, or did not want the visit: an item of its own, whose clock runs for one person. */
export const reportFollowUp = async (
  engine: Engine,
  trx: Trx,
  community: PensionCommunity,
  { id: subjectId, person_id: requesterId, place_id: placeId }: VisitRow,
  { receiptNumber, actorId, now }: { receiptNumber: string; actorId: string; now: Date },
): Promise<void> => {
  await enqueue(
    engine,
    trx,
    community,
    engine.config(),
    {
      id: uuidv7(),
      receiptNumber,
      service: 'pension',
      subjectId,
      title: VISIT_FOLLOW_UP.name.zh,
      isConfidential: VISIT_FOLLOW_UP.isConfidential,
      requesterId,
      hand: { actorId, actingForId: null },
      filedById: null,
      gridCellId: gridCellOfPlace(community, placeId)?.id ?? null,
      words: '',
      category: VISIT_FOLLOW_UP,
    },
    now,
  )
}
