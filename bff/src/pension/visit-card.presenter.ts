import { findPlace } from '@little-bench/config/places'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { VisitCard } from '@little-bench/shared/pension/contract'
import { VISITOR_ROLE_TEXT } from '@little-bench/shared/pension/visitors'
import { canCancelVisit, canRescheduleVisit, OPEN_VISIT_STATES } from '@little-bench/shared/pension/ways'
import type { z } from 'zod'
import { findPersonById, type PersonRow } from '../people/index.ts'
import type { Engine } from '../work-queue/index.ts'
import { findLastVisitOf, type VisitRow } from './home-visit.repository.ts'
import type { PensionCommunity } from './pension-community.ts'
import { openAtOrNull } from './sealed-visit.ts'
import { roleOfVisitor } from './visit.policy.ts'

type VisitCardView = z.input<typeof VisitCard>

/** The card of the visit that somebody still waits for; null when there is none. */
export const visitCardOf = async (
  engine: Engine,
  community: PensionCommunity,
  { personId, language }: { personId: string; language: Language },
): Promise<VisitCardView | null> => {
  const visit = await findLastVisitOf(engine.db, community.id, personId)
  if (!visit || !OPEN_VISIT_STATES.includes(visit.state)) return null
  const isPlanned = visit.state === 'planned' && visit.visitor_id !== null
  const visitor = isPlanned ? await findPersonById(engine.db, visit.visitor_id ?? '') : undefined
  const place = findPlace(community, visit.place_id) ?? community
  return {
    id: visit.id,
    state: visit.state,
    on: isPlanned ? visit.visit_on : null,
    from: isPlanned ? visit.from_minute : null,
    until: isPlanned ? visit.until_minute : null,
    visitor: visitor ? presentVisitor(visitor, community, language) : null,
    placeName: inLanguage(place.name, language),
    code: codeOf(engine, visit),
    isLocked: visit.locked_at !== null,
    canReschedule: canRescheduleVisit(visit.state),
    canCancel: canCancelVisit(visit.state),
  }
}

/** What must be said at the door; whoever said wrong ones is not to hear it from the card. */
export const codeOf = ({ sealer }: Pick<Engine, 'sealer'>, visit: VisitRow): string | null =>
  visit.state === 'planned' && visit.locked_at === null
    ? openAtOrNull(sealer, 'code', visit.id, visit.sealed_code)
    : null

/**
 * Staff go by their name and the role in which they come, so that somebody can be asked about them; null for who works there
 * no more: nobody is to open to them.
 */
const presentVisitor = (
  { id, name, roles }: PersonRow,
  { id: communityId, pension }: PensionCommunity,
  language: Language,
): VisitCardView['visitor'] => {
  const role = roleOfVisitor(roles, communityId)
  if (!role) return null
  const portrait = pension.visits.portraits.find(({ personId }) => personId === id)
  return { name, role: inLanguage(VISITOR_ROLE_TEXT[role], language), photoUrl: portrait?.image ?? null }
}
