import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { useSession } from '../platform/session'
import { readStored, removeStored, writeStored } from '../platform/storage'
import type { DayRoster } from './roster.api'

/** What a centre needs when the network is gone: the roster of this day, for whoever read it. */
interface KeptRoster {
  personId: string
  roster: DayRoster
}

const KEY = 'childcare-roster'

/** Of today and of whoever is signed in; any other is forgotten here and now: it names children and who fetches them. */
const readKept = (now: Date): DayRoster | undefined => {
  const kept = readStored(KEY, (found) => (isKept(found) ? found : undefined))
  if (!kept) return undefined
  const isMine = kept.personId === useSession.getState().person?.id
  if (isMine && kept.roster.on === shanghaiTime(now).date) return kept.roster
  removeStored(KEY)
  return undefined
}

export const keepRoster = (roster: DayRoster, now = new Date()): void => {
  const personId = useSession.getState().person?.id
  if (personId === undefined || roster.on !== shanghaiTime(now).date) return
  writeStored(KEY, { personId, roster } satisfies KeptRoster)
}

export const readKeptRoster = (centreId: string, on: ServiceDate, now = new Date()): DayRoster | undefined => {
  const roster = readKept(now)
  return roster?.centreId === centreId && roster.on === on ? roster : undefined
}

/** The centre whose roster is kept: without a network nobody says which there are. */
export const keptCentreId = (now = new Date()): string | undefined => readKept(now)?.centreId

/** Yesterday's children go when the page opens. */
export const forgetOldRoster = (now = new Date()): void => void readKept(now)

// Only this file writes here.
const isKept = (found: unknown): found is KeptRoster =>
  typeof found === 'object' && found !== null && 'personId' in found && 'roster' in found
