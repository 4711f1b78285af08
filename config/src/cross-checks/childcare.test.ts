import { AGE_BANDS, seatsOf } from '@little-bench/shared/childcare/age-bands'
import { CHILDCARE_SESSIONS } from '@little-bench/shared/childcare/sessions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemsAfter, problemsOf } from '../planted-mistake.ts'
import { sampleFilesWith } from '../sample-files.ts'

const FILE = 'lane/childcare.yaml'
const GROUP = 'lane/childcare.yaml  centres[lane-centre].groups[lane-toddlers]'
const PLACES = '{ full_day: 6, morning: 4 }'

test('a group with more places than its carers may look after says which numbers do not add up', () => {
  expect(problemsAfter(FILE, PLACES, '{ full_day: 6, morning: 5 }')).toEqual([
    `${GROUP}.places: makes 11 children at once, and 2 carers at 1:5 in a group of 15 at most may look after 10: the places of sessions that overlap must not be more together`,
  ])
})

test('more carers do not make a group larger than its band allows', () => {
  const crowded = 'carers: 9, places: { full_day: 16 }'
  expect(problemsAfter(FILE, `carers: 2, places: ${PLACES}`, crowded)).toEqual([
    expect.stringContaining('in a group of 15 at most may look after 15'),
  ])
})

test('a group has no places in a session that its centre does not offer', () => {
  expect(problemsAfter(FILE, PLACES, '{ afternoon: 4 }')).toEqual([
    `${GROUP}.places.afternoon: the centre does not offer afternoon: give its hours in sessions`,
  ])
})

test('a rule of admission ends no earlier than it begins', () => {
  expect(problemsAfter(FILE, "from: '2026-01-01'", "from: '2026-01-01', until: '2025-12-31'")).toEqual([
    'lane/childcare.yaml  centres[lane-centre].admission[near].until: may not be before "from"',
  ])
})

test('a group and an activity of a community have two ids, because both name slots', () => {
  expect(problemsAfter('lane/activities.yaml', 'id: lane-lessons', 'id: lane-toddlers')).toEqual([
    'lane/activities.yaml  activities[lane-toddlers]: the group or activity id lane-toddlers is already used in lane/childcare.yaml',
  ])
})

test('whatever the places are: they are taken exactly when no hour has more children than the carers may look after', () => {
  const shares = fc.record({
    full_day: fc.nat(20),
    morning: fc.nat(20),
    afternoon: fc.nat(20),
    temporary: fc.nat(20),
  })
  const hours = fc
    .tuple(fc.integer({ min: 14, max: 46 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, to: Math.min(47, from + length) }))
  const sessions = fc.record({ full_day: hours, morning: hours, afternoon: hours, temporary: hours })
  const carersOf = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(shares, sessions, carersOf, fc.constantFrom(...AGE_BANDS), (places, lasts, carers, band) => {
      const days = CHILDCARE_SESSIONS.map(
        (session) => `${session}: { from: '${clockOf(lasts[session].from)}', to: '${clockOf(lasts[session].to)}' }`,
      )
      const files = sampleFilesWith(FILE, /sessions: .*/, `sessions: { ${days.join(', ')} }`)
      const group = `bandId: ${band.id}, carers: ${carers}, places: ${JSON.stringify(places)}`
      files[FILE] = (files[FILE] ?? '').replace(/bandId: .*\} \}/, `${group} }`)
      const halfHours = Array.from({ length: 48 }, (_, half) =>
        CHILDCARE_SESSIONS.filter((session) => lasts[session].from <= half && half < lasts[session].to).reduce(
          (sum, session) => sum + places[session],
          0,
        ),
      )
      const isRight = Math.max(...halfHours) <= seatsOf(band, carers)
      expect(problemsOf(files).length).toBe(isRight ? 0 : 1)
    }),
    { numRuns: 60 },
  )
})

/** `08:30` for 17. */
const clockOf = (halfHours: number): string =>
  `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`

test('halves that overlap count together: a group is never fuller than its carers allow at noon either', () => {
  const overlapping = "sessions: { morning: { from: '08:30', to: '13:00' }, afternoon: { from: '12:00', to: '17:30' } }"
  const files = sampleFilesWith(FILE, /sessions: .*/, overlapping)
  files[FILE] = (files[FILE] ?? '').replace(PLACES, '{ morning: 10, afternoon: 10 }')
  expect(problemsOf(files)).toEqual([expect.stringContaining('makes 20 children at once')])
})

test('a session cannot be booked after it has begun', () => {
  expect(problemsAfter(FILE, /cutoff: .*/, "cutoff: { daysBefore: 0, at: '09:00' }")).toEqual([
    `${FILE}  centres[lane-centre].cutoff: may not be after a session begins`,
  ])
})
