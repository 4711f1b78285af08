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

const fileOf = ({ id, title, startsAt, endsAt, place }: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Little Bench//bookings//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@little-bench`,
    `DTSTAMP:${utc(startsAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const utc = (instant: string) => `${instant.replace(/[-:]/g, '').slice(0, 15)}Z`
const escaped = (words: string) => words.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
