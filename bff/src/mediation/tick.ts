import { AppError } from '@little-bench/shared/kernel/errors'
import type { Side } from '@little-bench/shared/mediation/kinds'
import type { Trx } from '../platform/db/database.ts'
import type { CaseWork } from './case-work.ts'
import { insertTick } from './choosing.repository.ts'
import { listMediators } from './mediator.repository.ts'

/**
 * Somebody can be ticked who takes cases now, once, and not by themselves. Errors: `unknown_mediator`. Whether the other
 * side is one of them decides later, unseen: here it would tell who the other side is.
 */
export const requireTickable = async (
  trx: Trx,
  communityId: string,
  mediatorIds: readonly string[],
  ownIds: readonly (string | null)[],
): Promise<void> => {
  const cards = await listMediators(trx, communityId)
  const isTickable = (id: string): boolean =>
    cards.some(
      (card) =>
        card.id === id &&
        card.is_active &&
        !card.is_on_leave &&
        (card.person_id === null || !ownIds.includes(card.person_id)),
    )
  const isTwice = new Set(mediatorIds).size !== mediatorIds.length
  if (isTwice || !mediatorIds.every(isTickable)) throw new AppError('unknown_mediator')
}

/** What one side ticks in the present round. Errors: `case_changed` when they have ticked in it already. */
export const tick = async (
  { trx, row, parties, now }: CaseWork,
  side: Side,
  mediatorIds: readonly string[],
): Promise<void> => {
  await requireTickable(trx, row.community_id, mediatorIds, [parties[side].person_id])
  const isFirst = await insertTick(trx, {
    community_id: row.community_id,
    case_id: row.id,
    side,
    round: row.round,
    mediator_ids: [...mediatorIds],
    ticked_at: now.toISOString(),
  })
  if (!isFirst) throw new AppError('case_changed')
}
