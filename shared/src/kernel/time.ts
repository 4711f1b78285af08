// Asia/Shanghai has had no daylight saving since 1991, so a fixed offset is exact, and it needs no Intl (Android phones have none).
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** A date of a service day in Asia/Shanghai, `2026-11-22`. */
export type ServiceDate = string

export interface ShanghaiTime {
  date: ServiceDate
  year: number
  /** 1–12 */
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
  /** Minutes since midnight. */
  minute: number
}

/** The wall clock of Lhasa at an instant. */
export const shanghaiTime = (instant: Date): ShanghaiTime => {
  const shifted = new Date(instant.getTime() + SHANGHAI_OFFSET_MS)
  return {
    date: shifted.toISOString().slice(0, 10),
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  }
}

/** The instant at which a service day reaches that minute. */
export const instantOf = (date: ServiceDate, minute: number): Date =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS + minute * 60_000)

export const addDays = (date: ServiceDate, days: number): ServiceDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** `09:30` → 570 */
export const minuteOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}
