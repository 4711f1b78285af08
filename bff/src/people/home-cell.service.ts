import { gridCellOfPlace } from '@little-bench/config/places'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { type DatedFact, factAt } from '@little-bench/shared/people/facts'
import type { Context } from '../platform/context.ts'
import { listOpenFactsOf } from './resident-fact.repository.ts'
import { factsOf } from './resident-fact.service.ts'
import { datedFact, openFacts } from './sealed-fact.ts'

/**
 * The places of this community where people live, claimed or verified, by person id; whoever has said nothing, or lives
 * elsewhere, is left out. Whoever shows one to staff leaves a line.
 */
export const homePlacesOf = async (
  { sealer, db }: Pick<Context, 'sealer'> & { db: Parameters<typeof listOpenFactsOf>[0] },
  personIds: readonly string[],
  communityId: string,
  date: ServiceDate,
): Promise<ReadonlyMap<string, string>> => {
  const byPerson = new Map<string, DatedFact[]>()
  for (const fact of openFacts(sealer, await listOpenFactsOf(db, personIds))) {
    byPerson.set(fact.person_id, [...(byPerson.get(fact.person_id) ?? []), datedFact(fact)])
  }
  return new Map(
    [...byPerson].flatMap(([personId, facts]) => {
      const residence = factAt(facts, 'residence', date)?.value
      return residence?.communityId === communityId ? [[personId, residence.placeId]] : []
    }),
  )
}

/** The grid cell of this community where somebody lives, claimed or verified; null when nothing is known, or elsewhere. */
export const homeCellOf = async (context: Context, personId: string, communityId: string): Promise<string | null> => {
  const { date } = shanghaiTime(context.clock.now())
  const residence = factAt(await factsOf(context, context.db, personId), 'residence', date)?.value
  const community = context.config().communities.get(communityId)
  if (!community || residence?.communityId !== communityId) return null
  return gridCellOfPlace(community, residence.placeId)?.id ?? null
}
