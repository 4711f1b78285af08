import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { useSession } from '../platform/session'
import { readStored, removeStored, writeStored } from '../platform/storage'
import type { KitchenSheet, KitchenSitting } from './kitchen.api'

/** What a kitchen needs when the network is gone: the sheets of this day, for whoever read them. */
interface KeptDay {
  on: ServiceDate
  personId: string
  sittings: KitchenSitting[]
  sheets: Record<string, KitchenSheet>
}

const KEY = 'kitchen-day'

/** Of today and of whoever is signed in; anything else is forgotten here and now. */
const readDay = (now: Date): KeptDay | undefined => {
  const kept = readStored(KEY, (found) => (isDay(found) ? found : undefined))
  if (!kept) return undefined
  const isMine = kept.personId === useSession.getState().person?.id
  if (isMine && kept.on === shanghaiTime(now).date) return kept
  removeStored(KEY)
  return undefined
}

const keep = (on: ServiceDate, how: (day: KeptDay) => KeptDay, now: Date) => {
  const personId = useSession.getState().person?.id
  if (personId === undefined || on !== shanghaiTime(now).date) return
  writeStored(KEY, how(readDay(now) ?? { on, personId, sittings: [], sheets: {} }))
}

export const keepSittings = (on: ServiceDate, sittings: KitchenSitting[], now = new Date()): void =>
  keep(on, (day) => ({ ...day, sittings }), now)

/** Names and codes to find somebody by; what was written to the kitchen and why somebody is free are not needed. */
export const keepSheet = (sheet: KitchenSheet, now = new Date()): void =>
  keep(sheet.on, (day) => ({ ...day, sheets: { ...day.sheets, [sheet.slotId]: trimmed(sheet) } }), now)

export const readKeptSittings = (on: ServiceDate, now = new Date()): KitchenSitting[] | undefined => {
  const day = readDay(now)
  return day && day.on === on && day.sittings.length > 0 ? day.sittings : undefined
}

export const readKeptSheet = (slotId: string, now = new Date()): KitchenSheet | undefined =>
  readDay(now)?.sheets[slotId]

/** Yesterday's names go when the kitchen opens, and when somebody else signs in. */
export const forgetOldSheets = (now = new Date()): void => void readDay(now)

const trimmed = (sheet: KitchenSheet): KitchenSheet => ({
  ...sheet,
  orders: sheet.orders.map((order) => ({ ...order, note: null, paymentReason: null })),
  refunds: [],
})

// Only this file writes here.
const isDay = (found: unknown): found is KeptDay =>
  typeof found === 'object' && found !== null && 'on' in found && 'personId' in found && 'sheets' in found
