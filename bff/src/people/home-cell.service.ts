import { gridCellOfPlace } from '@little-bench/config/places'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { factAt } from '@little-bench/shared/people/facts'
import type { Context } from '../platform/context.ts'
import { factsOf } from './resident-fact.service.ts'

/** The grid cell of this community where somebody lives, claimed or verified; null when nothing is known, or elsewhere. */
export const homeCellOf = async (context: Context, personId: string, communityId: string): Promise<string | null> => {
  const { date } = shanghaiTime(context.clock.now())
  const residence = factAt(await factsOf(context, context.db, personId), 'residence', date)?.value
  const community = context.config().communities.get(communityId)
  if (!community || residence?.communityId !== communityId) return null
  return gridCellOfPlace(community, residence.placeId)?.id ?? null
}
