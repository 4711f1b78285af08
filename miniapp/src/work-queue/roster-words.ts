import { spokenDate } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { DutyShift, Roster } from './roster.api'
import type { rosterText } from './roster.text'

export type RosterWords = Translate<typeof rosterText>

/** Monday first, as a week is read here; the numbers are the contract's, where 0 is Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const
const WEEKDAY_KEYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const MINUTES_OF_HOUR = 60
const LAST_MINUTE = 24 * MINUTES_OF_HOUR

export const weekdayWords = (weekday: number, t: RosterWords): string => t(WEEKDAY_KEYS[weekday] ?? 'sunday')

/** Days of a shift in the order of the week: 「周一、周二」. */
export const daysWords = ({ weekdays }: Pick<DutyShift, 'weekdays'>, t: RosterWords): string =>
  WEEK.filter((weekday) => weekdays.includes(weekday))
    .map((weekday) => weekdayWords(weekday, t))
    .join('、')

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** 570 → `09:30`; the end of the day is `24:00`. */
export const clockOf = (minute: number): string =>
  `${twoDigits(Math.floor(minute / MINUTES_OF_HOUR))}:${twoDigits(minute % MINUTES_OF_HOUR)}`

/** `09:30` → 570; undefined for anything else. */
export const minuteOf = (clock: string): number | undefined => {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? []
  const minutes = Number(hour) * MINUTES_OF_HOUR + Number(minute)
  return hour !== '' && minutes <= LAST_MINUTE ? minutes : undefined
}

export const hoursWords = ({ fromMinute, toMinute }: DutyShift, t: RosterWords): string =>
  t('hours', { from: clockOf(fromMinute), to: clockOf(toMinute) })

export const nameOf = ({ staff }: Roster, personId: string, t: RosterWords): string =>
  staff.find(({ id }) => id === personId)?.name ?? t('unknownPerson')

export const absenceWords = (
  absence: DutyShift['absences'][number],
  backupName: string | undefined,
  t: RosterWords,
): string => {
  const from = spokenDate(absence.from, 'zh')
  const to = spokenDate(absence.to, 'zh')
  const days = from === to ? from : t('daysAway', { from, to })
  return backupName ? t('absenceCovered', { days, name: backupName }) : t('absence', { days })
}

/** One shift in a line, for lists of changes. */
export const shiftWords = (roster: Roster, shift: DutyShift, t: RosterWords): string =>
  [
    t('shiftWords', {
      name: nameOf(roster, shift.personId, t),
      days: daysWords(shift, t),
      hours: hoursWords(shift, t),
    }),
    ...(shift.backupId === null ? [] : [t('backup', { name: nameOf(roster, shift.backupId, t) })]),
    ...shift.absences.map((absence) => absenceWords(absence, undefined, t)),
  ].join('，')
