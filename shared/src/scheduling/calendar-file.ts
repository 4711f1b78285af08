/** One entry of a calendar programme; it names nobody. */
export interface CalendarEvent {
  /** The same whenever the same thing is told again: the programme then changes its entry and adds none. */
  id: string
  startsAt: Date
  endsAt: Date
  title: string
  place: string
}

const LINE_OCTETS = 75

/**
 * Events as iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets without cutting a character in two, times
 * are in UTC. `now` is when it was told.
 */
export const calendarFile = (events: readonly CalendarEvent[], { name, now }: { name: string; now: Date }): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//little-bench//bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

const linesOf = ({ id, startsAt, endsAt, title, place }: CalendarEvent, now: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@little-bench`,
  `DTSTAMP:${utc(now)}`,
  `DTSTART:${utc(startsAt)}`,
  `DTEND:${utc(endsAt)}`,
  `SUMMARY:${escaped(title)}`,
  `LOCATION:${escaped(place)}`,
  'END:VEVENT',
]

/** `20261124T040000Z` */
const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')

// A control character has no place in a text (RFC 5545, 3.1); a line break is written out.
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const folded = (line: string): string => {
  let [octets, text] = [0, '']
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      text += '\r\n '
      // The space that marks the continuation is part of its line.
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** How long a character is in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
