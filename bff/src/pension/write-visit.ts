import { VISIT_CONSENT_VERSION } from '@little-bench/shared/pension/visit-consent'
import type { VisitReason } from '@little-bench/shared/pension/ways'
import { v7 as uuidv7 } from 'uuid'
import type { Sealer } from '../platform/crypto/sealer.ts'
import type { Trx } from '../platform/db/database.ts'
import { insertVisit, insertVisitEvent } from './home-visit.repository.ts'
import { sealAtOrNull } from './sealed-visit.ts'
import { sealReasons } from './visit-reasons.ts'

/** A visit that somebody asks for, with their consent to keep why. */
export interface AskedVisit {
  personId: string
  placeId: string
  door?: string | undefined
  note?: string | undefined
  reasons: readonly VisitReason[]
  needsInterpreter: boolean
  hand: { actorId: string; actingForId: string | null }
}

/** Its id, or undefined when they wait for one already. What only the visitor may read is sealed for its row. */
export const writeVisit = async (
  trx: Trx,
  sealer: Sealer,
  communityId: string,
  { personId, placeId, door, note, reasons, needsInterpreter, hand: { actorId, actingForId } }: AskedVisit,
  now: Date,
): Promise<string | undefined> => {
  const id = uuidv7()
  const isFirst = await insertVisit(trx, {
    community_id: communityId,
    id,
    person_id: personId,
    state: 'requested',
    place_id: placeId,
    sealed_door: sealAtOrNull(sealer, 'door', id, door),
    sealed_note: sealAtOrNull(sealer, 'note', id, note),
    sealed_reasons: sealReasons(sealer, id, reasons),
    consent_version: VISIT_CONSENT_VERSION,
    consented_at: now.toISOString(),
    needs_interpreter: needsInterpreter,
    requested_by: actorId,
    requested_at: now.toISOString(),
  })
  if (!isFirst) return undefined
  await insertVisitEvent(trx, {
    community_id: communityId,
    id: uuidv7(),
    visit_id: id,
    from_state: null,
    to_state: 'requested',
    actor_id: actorId,
    acting_for_id: actingForId,
    created_at: now.toISOString(),
  })
  return id
}
