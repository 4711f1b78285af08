import { findPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { CONSENT_VERSION, type FactContent, findImpossible } from '@little-bench/shared/people/facts'
import type { Context } from '../platform/context.ts'
import { sealFact } from './sealed-fact.ts'

/** Errors: `fact_value_impossible`, `unknown_place` for a community or a place in it that is not there. */
export const requirePossible = (context: Context, content: FactContent, today: ServiceDate): void => {
  if (findImpossible(content, today) !== undefined) throw new AppError('fact_value_impossible')
  if (content.kind !== 'residence' && content.kind !== 'workplace') return
  const community = context.config().communities.get(content.value.communityId)
  if (!community) throw new AppError('unknown_place')
  if (content.kind === 'residence' && !findPlace(community, content.value.placeId)) throw new AppError('unknown_place')
}

/** The columns of something that was just said. */
export const claimedFact = (
  context: Context,
  said: { id: string; personId: string; content: FactContent; claimedBy: string; now: Date; today: ServiceDate },
) => ({
  id: said.id,
  person_id: said.personId,
  kind: said.content.kind,
  sealed_value: sealFact(context.sealer, said.id, said.content),
  // Never the birth date itself, which is sealed: from which day it is so follows from it.
  in_force_from: said.today,
  consent_version: CONSENT_VERSION,
  claimed_by: said.claimedBy,
  claimed_at: said.now.toISOString(),
})
