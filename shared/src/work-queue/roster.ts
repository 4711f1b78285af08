import { type ServiceDate, shanghaiTime } from '../kernel/time.ts'

/** `claim`: items wait for whoever takes them; `roster`: whoever is on duty with the least to do gets them. */
export const DISPATCH_MODES = ['claim', 'roster'] as const
export type DispatchMode = (typeof DISPATCH_MODES)[number]

/** Days on which somebody is away, both included; the backup stands in. */
export interface Absence {
  from: ServiceDate
  to: ServiceDate
}

/** Who answers a queue when: A, and B who stands in for A (AB联络员). */
export interface DutyShift {
  personId: string
  backupId: string | null
  /** 0 is Sunday. */
  weekdays: readonly number[]
  /** Minutes since midnight in Asia/Shanghai; a shift does not cross midnight. */
  fromMinute: number
  toMinute: number
  absences: readonly Absence[]
}

/** Who is on duty at an instant, in the order of the roster, each once; a backup who is away that day stands in for nobody. */
export const onDutyAt = (shifts: readonly DutyShift[], now: Date): string[] => {
  const { date, weekday, minute } = shanghaiTime(now)
  const away = shifts.filter(({ absences }) => isAbsent(absences, date)).map(({ personId }) => personId)
  const standIn = (backupId: string | null) => (backupId === null || away.includes(backupId) ? [] : backupId)
  const present = shifts
    .filter(
      ({ weekdays, fromMinute, toMinute }) => weekdays.includes(weekday) && minute >= fromMinute && minute < toMinute,
    )
    .flatMap(({ personId, backupId, absences }) => (isAbsent(absences, date) ? standIn(backupId) : personId))
  return [...new Set(present)]
}

/** Open items by person id; who is not in it has none. */
export type Loads = ReadonlyMap<string, number>

/**
 * Who gets the next item: on duty, not excluded, with the least to do; of equals, the one named first in the roster.
 * Undefined when nobody is there: the item waits for whoever comes.
 */
export const chooseHandler = (
  shifts: readonly DutyShift[],
  { now, loads, excluded }: { now: Date; loads: Loads; excluded: readonly string[] },
): string | undefined =>
  onDutyAt(shifts, now)
    .filter((personId) => !excluded.includes(personId))
    .reduce<string | undefined>(
      (least, personId) =>
        least === undefined || (loads.get(personId) ?? 0) < (loads.get(least) ?? 0) ? personId : least,
      undefined,
    )

const isAbsent = (absences: readonly Absence[], date: ServiceDate): boolean =>
  absences.some(({ from, to }) => from <= date && date <= to)
