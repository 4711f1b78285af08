import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const NOW = new Date('2026-11-23T02:00:00.000Z')
const event = {
  id: '0193',
  startsAt: new Date('2026-11-24T04:00:00.000Z'),
  endsAt: new Date('2026-11-24T05:30:00.000Z'),
  title: '午餐',
  place: '俄杰塘好食光食堂',
}
const file = (changes: Partial<typeof event> = {}) =>
  calendarFile([{ ...event, ...changes }], { name: '小板凳', now: NOW })
/** Lines as a programme reads them: unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('a booking is an entry with its time in UTC, its title and its place', () => {
  expect(linesOf(file())).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//little-bench//bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:小板凳',
    'BEGIN:VEVENT',
    'UID:0193@little-bench',
    'DTSTAMP:20261123T020000Z',
    'DTSTART:20261124T040000Z',
    'DTEND:20261124T053000Z',
    'SUMMARY:午餐',
    'LOCATION:俄杰塘好食光食堂',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('told again later it is the same entry', () => {
  const uidOf = (text: string) => linesOf(text).filter((line) => line.startsWith('UID:'))
  expect(uidOf(file({ title: '晚餐' }))).toEqual(uidOf(file()))
})

test('signs that mean something in the format are written out', () => {
  const lines = linesOf(file({ title: '粥,面;汤\\饭\n第二行\r\n第三行\u0007' }))
  expect(lines).toContain('SUMMARY:粥\\,面\\;汤\\\\饭\\n第二行\\n第三行')
})

test('no line is longer than 75 octets, and no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (place) => {
      const text = file({ place })
      const physical = text.split('\r\n')
      expect(physical.filter((line) => encodeURIComponent(line).replace(/%../g, '.').length > 75)).toEqual([])
      // Every line break of the file is a CRLF, whatever stood in the text.
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(linesOf(text)).toHaveLength(16)
    }),
  )
})
