import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { useSession } from '../platform/session'
import { readStored, removeStored, writeStored } from '../platform/storage'
import type { VisitRound } from './round.api'

/** What a visitor needs when the network is gone: their own round of this day. */
interface KeptRound {
  on: ServiceDate
  personId: string
  round: VisitRound
}

const KEY = 'visit-round'

/** Of today and of whoever is signed in; any other is forgotten here and now: it has doors, telephones and codes. */
const readKept = (now: Date): KeptRound | undefined => {
  const kept = readStored(KEY, (found) => (isKept(found) ? found : undefined))
  if (!kept) return undefined
  const isMine = kept.personId === useSession.getState().person?.id
  if (isMine && kept.on === shanghaiTime(now).date) return kept
  removeStored(KEY)
  return undefined
}

/** Why somebody is visited is not needed at their door, and never lies on a phone. */
export const keepRound = (on: ServiceDate, round: VisitRound | null, now = new Date()): void => {
  const personId = useSession.getState().person?.id
  if (personId === undefined || on !== shanghaiTime(now).date) return
  if (round === null) removeStored(KEY)
  else writeStored(KEY, { on, personId, round: withoutReasons(round) } satisfies KeptRound)
}

export const readKeptRound = (on: ServiceDate, now = new Date()): { round: VisitRound } | undefined => {
  const kept = readKept(now)
  return kept?.on === on ? { round: kept.round } : undefined
}

/** Yesterday's doors go when the page opens. */
export const forgetOldRound = (now = new Date()): void => void readKept(now)

const withoutReasons = (round: VisitRound): VisitRound => ({
  ...round,
  courtyards: round.courtyards.map((courtyard) => ({
    ...courtyard,
    visits: courtyard.visits.map((visit) => ({ ...visit, reasons: null })),
  })),
})

// Only this file writes here.
const isKept = (found: unknown): found is KeptRound =>
  typeof found === 'object' && found !== null && 'on' in found && 'personId' in found && 'round' in found
