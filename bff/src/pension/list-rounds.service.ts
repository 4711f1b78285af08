import { AppError } from '@little-bench/shared/kernel/errors'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { VisitRound } from '@little-bench/shared/pension/visit.contract'
import type { z } from 'zod'
import { contactsByPersonId, namesByPersonId, recordReads } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, listItemStates, within } from '../work-queue/index.ts'
import { listVisitsOfRounds, type RoundKey, type VisitRow } from './home-visit.repository.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { type AroundVisits, presentRoundVisit, type RoundReader } from './round-visit.presenter.ts'
import { makesVisits, plansVisits, showsDoor } from './visit.policy.ts'
import { listOutcomes, type OutcomeRow } from './visit-outcome.repository.ts'
import { listRounds, type RoundRow } from './visit-round.repository.ts'

export type RoundView = z.input<typeof VisitRound>

/** So many days back a round can be looked at: afterwards nobody has a use for who was visited. */
const ROUND_DAYS = 7

interface Days {
  from: ServiceDate
  to: ServiceDate
}

/**
 * Rounds of some days: one's own, and for whoever plans all of them. Each door that is shown leaves a line for the person
 * behind it; when it cannot be written, the read fails. Errors: `not_found` for whoever visits elsewhere.
 */
export const listVisitRounds = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { on, days }: { on?: ServiceDate | undefined; days: number },
): Promise<{ items: RoundView[] }> => {
  const community = communityWithPension(engine, communityId)
  if (!makesVisits(viewer.roles, communityId)) throw new AppError('not_found')
  const today = shanghaiTime(engine.clock.now()).date
  const first = on ?? today
  const oldest = addDays(today, -ROUND_DAYS)
  const shown = { from: first < oldest ? oldest : first, to: addDays(first, days - 1) }
  const visitorId = plansVisits(viewer.roles, communityId) ? null : viewer.personId
  const rounds = await readRounds(engine, viewer, community, { ...shown, visitorId })
  // One whose visits were all moved away is nobody's work.
  return { items: rounds.filter(({ courtyards }) => courtyards.length > 0) }
}

/** One round as it is now, also one that is empty. */
export const readRound = async (
  engine: Engine,
  viewer: Viewer,
  community: PensionCommunity,
  { on, visitorId }: RoundKey,
): Promise<RoundView> => {
  const [round] = await readRounds(engine, viewer, community, { from: on, to: on, visitorId })
  if (round) return round
  const names = await namesByPersonId(engine, [visitorId])
  return {
    on,
    visitor: { id: visitorId, name: names.get(visitorId)?.full ?? '', isYou: visitorId === viewer.personId },
    capacity: community.pension.visits.perVisitorAndDay,
    workItem: null,
    courtyards: [],
    at: engine.clock.now().toISOString(),
  }
}

const readRounds = (
  engine: Engine,
  viewer: Viewer,
  community: PensionCommunity,
  which: Days & { visitorId: string | null },
): Promise<RoundView[]> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const rounds = await listRounds(trx, community.id, which)
    const visits = await listVisitsOfRounds(trx, community.id, which)
    const reader: RoundReader = {
      readerId: viewer.personId,
      language: viewer.language,
      today: shanghaiTime(now).date,
      plans: plansVisits(viewer.roles, community.id),
    }
    const around = await openVisits(
      engine,
      trx,
      { community, visits, visitorIds: rounds.map((round) => round.visitor_id) },
      reader,
    )
    const items = await listItemStates(
      within(engine, trx),
      community.id,
      rounds.flatMap(({ work_item_id: id }) => id ?? []),
    )
    return rounds.map((round) => {
      const item = round.work_item_id === null ? undefined : items.get(round.work_item_id)
      return {
        on: round.visit_on,
        visitor: {
          id: round.visitor_id,
          name: around.names.get(round.visitor_id)?.full ?? '',
          isYou: round.visitor_id === viewer.personId,
        },
        capacity: community.pension.visits.perVisitorAndDay,
        workItem:
          item && round.work_item_id !== null
            ? { id: round.work_item_id, state: item.state, receiptNumber: item.receiptNumber }
            : null,
        courtyards: courtyardsOf(visitsIn(visits, round), around, reader),
        at: now.toISOString(),
      }
    })
  })
}

const visitsIn = (visits: readonly VisitRow[], round: RoundRow): VisitRow[] =>
  visits.filter(({ visit_on: on, visitor_id: visitorId }) => on === round.visit_on && visitorId === round.visitor_id)

/** Opens what is known around visits, and leaves a line for each person whose door, or what was written of them, is shown. */
export const openVisits = async (
  engine: Engine,
  trx: Trx,
  {
    community,
    visits,
    visitorIds,
  }: { community: PensionCommunity; visits: readonly VisitRow[]; visitorIds: readonly string[] },
  reader: RoundReader,
): Promise<AroundVisits> => {
  const inside = within(engine, trx)
  const outcomes = await listOutcomes(
    trx,
    community.id,
    visits.map(({ id }) => id),
  )
  const shown = visits
    .filter(({ visitor_id: visitorId, visit_on: on, state }) =>
      showsDoor({ visitorId: visitorId ?? '', on: on ?? '' }, state, reader),
    )
    .map(({ person_id: personId }) => personId)
  const read = new Set([...shown, ...noted(visits, outcomes, reader)])
  if (read.size > 0) {
    const reading = { communityId: community.id, readerId: reader.readerId, what: 'visit_round' } as const
    await recordReads(trx, reading, [...read], engine.clock.now())
  }
  return {
    community,
    sealer: engine.sealer,
    outcomes,
    contacts: await contactsByPersonId(inside, shown),
    names: await namesByPersonId(inside, [
      ...visitorIds,
      ...visits.map(({ person_id: personId }) => personId),
      ...outcomes.map(({ recorded_by: by }) => by),
    ]),
  }
}

/** Of whom this reader opens what somebody else wrote down after a visit: it may speak of their health. */
const noted = (
  visits: readonly VisitRow[],
  outcomes: readonly OutcomeRow[],
  { readerId, plans }: RoundReader,
): string[] => {
  const opened = outcomes.filter((said) => plans && said.recorded_by !== readerId && said.sealed_note !== null)
  const ids = new Set(opened.map(({ visit_id: visitId }) => visitId))
  return visits.filter(({ id }) => ids.has(id)).map(({ person_id: personId }) => personId)
}

/** By courtyard, in the order in which somebody first comes to each. */
const courtyardsOf = (
  visits: readonly VisitRow[],
  around: AroundVisits,
  reader: RoundReader,
): RoundView['courtyards'] => {
  const views = visits.map((visit) => presentRoundVisit(visit, around, reader))
  const places = [...new Set(views.map(({ placeName }) => placeName))]
  return places.map((placeName) => ({ placeName, visits: views.filter((view) => view.placeName === placeName) }))
}
