import type { DutyShift, Roster } from './roster.api'
import { clockOf, minuteOf } from './roster-words'

/** A shift as it is being written: hours as the clock shows them, nobody chosen yet. */
export interface ShiftDraft {
  personId: string | null
  /** Empty: nobody stands in. */
  backupId: string
  weekdays: readonly number[]
  from: string
  to: string
  absences: readonly { from: string; to: string }[]
}

export type ShiftMistake = 'personMissing' | 'backupSame' | 'weekdaysMissing' | 'hoursBackwards' | 'absenceBackwards'

export const EMPTY_SHIFT: ShiftDraft = {
  personId: null,
  backupId: '',
  weekdays: [1, 2, 3, 4, 5],
  from: '09:30',
  to: '18:00',
  absences: [],
}

export const draftOf = (shift: DutyShift): ShiftDraft => ({
  personId: shift.personId,
  backupId: shift.backupId ?? '',
  weekdays: shift.weekdays,
  from: clockOf(shift.fromMinute),
  to: clockOf(shift.toMinute),
  absences: shift.absences,
})

export const isBackwards = ({ from, to }: ShiftDraft['absences'][number]): boolean =>
  from === '' || to === '' || to < from

/** What keeps a shift from being kept. */
export const shiftMistakes = ({ personId, backupId, weekdays, from, to, absences }: ShiftDraft): ShiftMistake[] => {
  const mistakes: ShiftMistake[] = []
  if (personId === null) mistakes.push('personMissing')
  if (backupId !== '' && backupId === personId) mistakes.push('backupSame')
  if (weekdays.length === 0) mistakes.push('weekdaysMissing')
  if ((minuteOf(from) ?? 0) >= (minuteOf(to) ?? 0)) mistakes.push('hoursBackwards')
  if (absences.some(isBackwards)) mistakes.push('absenceBackwards')
  return mistakes
}

/** The shift of a draft without mistakes; its people are those of the roster, or those who were in the shift before. */
export const shiftOf = (draft: ShiftDraft, { staff }: Roster, before: DutyShift | undefined): DutyShift | undefined => {
  const known = [...staff.map(({ id }) => id), ...(before ? [before.personId, before.backupId] : [])]
  const personOf = (wanted: string | null) => known.find((id) => id !== null && id === wanted) ?? null
  const personId = personOf(draft.personId)
  const fromMinute = minuteOf(draft.from)
  const toMinute = minuteOf(draft.to)
  if (personId === null || fromMinute === undefined || toMinute === undefined) return undefined
  return {
    personId,
    backupId: personOf(draft.backupId),
    weekdays: [...draft.weekdays],
    fromMinute,
    toMinute,
    absences: draft.absences.map(({ from, to }) => ({ from, to })),
  }
}
