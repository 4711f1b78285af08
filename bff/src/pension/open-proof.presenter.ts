import { findPlace } from '@little-bench/config/places'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { OpenProof } from '@little-bench/shared/pension/open-proof.contract'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { OpenProofRow } from './open-proofs.service.ts'
import type { PensionCommunity } from './pension-community.ts'
import { listFollowUps } from './proof.repository.ts'

/** Masked, with the courtyard: whoever calls or goes there opens a session, and reads the rest there. */
export const presentOpenProofs = async (
  trx: Trx,
  community: PensionCommunity,
  rows: readonly OpenProofRow[],
  language: Language,
): Promise<z.input<typeof OpenProof>[]> => {
  const ids = rows.map(({ person_id: personId }) => personId)
  const [names, followUps] = [await namesByPersonId({ db: trx }, ids), await listFollowUps(trx, community.id, ids)]
  return rows.map(({ person_id: personId, way, standing: { status, dueOn }, placeId, gridCellId }) => {
    const gridCell = community.gridCells.find(({ id }) => id === gridCellId)
    const place = placeId === null ? undefined : findPlace(community, placeId)
    const followUp = followUps.get(personId)
    return {
      personId,
      name: names.get(personId)?.masked ?? '',
      gridCellName: gridCell ? inLanguage(gridCell.name, language) : null,
      placeName: place ? inLanguage(place.name, language) : null,
      status,
      dueOn,
      way,
      remindedOn: followUp?.reminded_on ?? null,
      visitState: followUp?.visit_state ?? null,
    }
  })
}
