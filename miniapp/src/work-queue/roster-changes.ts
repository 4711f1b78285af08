import type { DutyShift, Roster } from './roster.api'
import { type RosterWords, shiftWords } from './roster-words'

/** What a roster says: its shifts and how items are handed out. */
export type RosterPlan = Pick<Roster, 'mode' | 'shifts'>

const isSame = (one: DutyShift, other: DutyShift) => JSON.stringify(orderedOf(one)) === JSON.stringify(orderedOf(other))

/** The fields in one order: the server and the form need not agree on it. */
const orderedOf = ({ personId, backupId, weekdays, fromMinute, toMinute, absences }: DutyShift) => [
  personId,
  backupId,
  [...weekdays].sort((a, b) => a - b),
  fromMinute,
  toMinute,
  absences.map(({ from, to }) => [from, to]),
]

const missingIn = (shifts: readonly DutyShift[], others: readonly DutyShift[]) =>
  shifts.filter((shift) => !others.some((other) => isSame(shift, other)))

export const isSamePlan = (one: RosterPlan, other: RosterPlan): boolean =>
  one.mode === other.mode &&
  one.shifts.length === other.shifts.length &&
  one.shifts.every((shift, index) => {
    const counterpart = other.shifts[index]
    return counterpart !== undefined && isSame(shift, counterpart)
  })

/** What somebody else changed between two versions, one sentence each. */
export const rosterChanges = (before: Roster, after: Roster, t: RosterWords): string[] => [
  ...(before.mode === after.mode ? [] : [t('modeChanged', { mode: t(after.mode) })]),
  ...missingIn(after.shifts, before.shifts).map((shift) => t('shiftAdded', { shift: shiftWords(after, shift, t) })),
  ...missingIn(before.shifts, after.shifts).map((shift) => t('shiftRemoved', { shift: shiftWords(before, shift, t) })),
]
