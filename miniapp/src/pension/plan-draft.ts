import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { PlannedVisit, RoundVisit, VisitRound, VisitToPlan } from './round.api'

/** One visit in the order of a round that is being planned. */
export interface PlanEntry {
  visitId: string
  name: string
  placeName: string
  /** Minutes since midnight. */
  from: number
  until: number
}

/** One visit that can be put on a round. */
export interface Candidate {
  id: string
  name: string
  placeName: string
  gridCellName: string | null
  state: VisitToPlan['state']
  /** Null where it has just been taken off a round. */
  dueOn: ServiceDate | null
  notOn: readonly ServiceDate[]
  needsInterpreter: boolean
}

const FIRST_AT = 9 * 60 + 30
const WINDOW_MINUTES = 60

export const visitsOf = (round: VisitRound | undefined): RoundVisit[] =>
  round?.courtyards.flatMap(({ visits }) => visits) ?? []

/** What stands on a round already, in its order; what is over is not planned again. */
export const entriesOf = (round: VisitRound | undefined): PlanEntry[] =>
  (round?.courtyards ?? [])
    .flatMap(({ placeName, visits }) => visits.map((visit) => ({ ...visit, placeName })))
    .filter(({ state }) => state === 'planned')
    .sort((a, b) => a.from - b.from)
    .map(({ id, name, placeName, from, until }) => ({ visitId: id, name, placeName, from, until }))

/** At the end, an hour after the last one; the first at half past nine, or at the next half hour of today. */
export const withVisit = (
  entries: readonly PlanEntry[],
  { id, name, placeName }: Pick<Candidate, 'id' | 'name' | 'placeName'>,
  notBefore = 0,
): PlanEntry[] => {
  const from = entries.at(-1)?.until ?? Math.max(FIRST_AT, Math.ceil(notBefore / 30) * 30)
  return [...entries, { visitId: id, name, placeName, from, until: Math.min(from + WINDOW_MINUTES, 24 * 60) }]
}

export const withoutVisit = (entries: readonly PlanEntry[], visitId: string): PlanEntry[] =>
  entries.filter((entry) => entry.visitId !== visitId)

/** One place earlier or later; the times stay where they are. */
export const moved = (entries: readonly PlanEntry[], index: number, by: -1 | 1): PlanEntry[] => {
  const [one, other] = [entries[index], entries[index + by]]
  if (!one || !other) return [...entries]
  const timesOf = ({ from, until }: PlanEntry) => ({ from, until })
  return entries.map((entry) => {
    if (entry === one) return { ...other, ...timesOf(one) }
    return entry === other ? { ...one, ...timesOf(other) } : entry
  })
}

export const retimed = (
  entries: readonly PlanEntry[],
  visitId: string,
  times: Partial<Pick<PlanEntry, 'from' | 'until'>>,
): PlanEntry[] => entries.map((entry) => (entry.visitId === visitId ? { ...entry, ...times } : entry))

/** What waits, and what was taken off this round a moment ago; not what stands on any plan. */
export const candidatesOf = (
  waiting: readonly VisitToPlan[],
  round: VisitRound | undefined,
  onPlans: ReadonlySet<string>,
): Candidate[] => {
  const taken = (round?.courtyards ?? []).flatMap(({ placeName, visits }) =>
    visits
      .filter(({ state }) => state === 'planned')
      .map(({ id, name, state, needsInterpreter }) => ({
        id,
        name,
        placeName,
        state,
        needsInterpreter,
        gridCellName: null,
        dueOn: null,
        notOn: [],
      })),
  )
  const known = new Set<string>(waiting.map(({ id }) => id))
  return [...waiting, ...taken.filter(({ id }) => !known.has(id))].filter(({ id }) => !onPlans.has(id))
}

/** Courtyard by courtyard, the one with the next due visit first. */
export const byCourtyard = (candidates: readonly Candidate[]): { placeName: string; visits: Candidate[] }[] => {
  const places = [...new Set(candidates.map(({ placeName }) => placeName))]
  return places
    .map((placeName) => ({
      placeName,
      visits: candidates.filter((each) => each.placeName === placeName).sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)),
    }))
    .sort((a, b) => (earliest(a.visits) < earliest(b.visits) ? -1 : 1))
}

const dueOf = ({ dueOn }: Candidate): ServiceDate => dueOn ?? ''
const earliest = (visits: readonly Candidate[]): ServiceDate => visits.map(dueOf).sort()[0] ?? ''

/** The entries with the newest version that is known; those of which none is known have gone away meanwhile. */
export const plannedOf = (
  entries: readonly PlanEntry[],
  versions: ReadonlyMap<string, number>,
): { visits: PlannedVisit[]; gone: PlanEntry[] } => ({
  visits: entries.flatMap(({ visitId, from, until }) => {
    const version = versions.get(visitId)
    return version === undefined ? [] : [{ visitId, version, from, until }]
  }),
  gone: entries.filter(({ visitId }) => !versions.has(visitId)),
})

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
