import { calendarFile } from '@little-bench/shared/scheduling/calendar-file'
import type { CalendarEntry } from './calendar-entry'

/** What became of it: in the calendar, a file that the browser keeps, or refused. */
export type CalendarOutcome = 'added' | 'file' | 'refused'

/** A file that any calendar takes; a browser has no other way. */
export const addToPhoneCalendar = async (entry: CalendarEntry): Promise<CalendarOutcome> => {
  const address = URL.createObjectURL(new Blob([fileOf(entry)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${entry.title}.ics`
  link.click()
  // The browser has taken the file by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 0)
  return 'file'
}

const fileOf = ({ startsAt, endsAt, ...entry }: CalendarEntry): string =>
  calendarFile([{ ...entry, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }], {
    name: entry.title,
    now: new Date(),
  })
