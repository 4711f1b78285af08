import { AppError } from '@little-bench/shared/kernel/errors'
import { VISIT_LIFECYCLE, type VisitState } from '@little-bench/shared/pension/ways'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { insertVisitEvent, updateVisit, type VisitRow } from './home-visit.repository.ts'

/** In nobody's round: whatever was planned is over, and its code with it. */
export const UNPLANNED = {
  visitor_id: null,
  visit_on: null,
  from_minute: null,
  until_minute: null,
  sealed_code: null,
  wrong_codes: 0,
  locked_at: null,
} as const satisfies Partial<VisitRow>

/** It stays in the round in which it was planned, so that whoever looks at their list reads that they need not go. */
export const CALLED_OFF = { sealed_code: null, wrong_codes: 0, locked_at: null } as const satisfies Partial<VisitRow>

/** Nobody goes there any more: behind which door somebody lives, and why they were visited, is forgotten. */
export const OVER = {
  sealed_door: null,
  sealed_note: null,
  sealed_reasons: null,
  sealed_code: null,
} as const satisfies Partial<VisitRow>

export interface VisitMove {
  to: VisitState
  change?: Partial<VisitRow>
  hand: { actorId: string; actingForId: string | null }
  now: Date
}

/** Makes a move of the table, with its event. Errors: `visit_changed`, also when somebody else was quicker. */
export const moveVisit = async (
  trx: Trx,
  before: VisitRow,
  { to, change, hand: { actorId, actingForId }, now }: VisitMove,
): Promise<VisitRow> => {
  if (!VISIT_LIFECYCLE[before.state].includes(to)) throw new AppError('visit_changed')
  const isOver = VISIT_LIFECYCLE[to].length === 0
  const row = await updateVisit(trx, before, { ...change, ...(isOver && OVER), state: to })
  if (!row) throw new AppError('visit_changed')
  await insertVisitEvent(trx, {
    community_id: row.community_id,
    id: uuidv7(),
    visit_id: row.id,
    from_state: before.state,
    to_state: to,
    actor_id: actorId,
    acting_for_id: actingForId,
    created_at: now.toISOString(),
    ...(to === 'planned' && planningOf(row)),
  })
  return row
}

const planningOf = ({ planning, visitor_id, visit_on, from_minute, until_minute }: VisitRow) => ({
  planning,
  visitor_id,
  visit_on,
  from_minute,
  until_minute,
})
