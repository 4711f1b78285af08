import { AGE_BANDS, seatsOf } from '@little-bench/shared/childcare/age-bands'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from '../load.ts'
import { problemsAfter, problemsOf } from '../planted-mistake.ts'
import { sampleFilesWith } from '../sample-files.ts'
import { mostAtOnce } from './childcare.ts'

const FILE = 'lane/childcare.yaml'
const GROUP = 'lane/childcare.yaml  centres[lane-centre].groups[lane-toddlers]'
const PLACES = '{ full_day: 6, morning: 4 }'

test('a group with more places than its carers may look after says which numbers do not add up', () => {
  expect(problemsAfter(FILE, PLACES, '{ full_day: 6, morning: 5 }')).toEqual([
    `${GROUP}.places: makes 11 children at once, and 2 carers at 1:5 in a group of 15 at most may look after 10: full_day + the larger of morning and afternoon + temporary must not be more`,
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
  const sessions =
    "{ full_day: { from: '08:30', to: '17:30' }, morning: { from: '08:30', to: '12:00' }, afternoon: { from: '14:00', to: '17:30' }, temporary: { from: '09:00', to: '17:00' } }"
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 6 }), fc.constantFrom(...AGE_BANDS), (places, carers, band) => {
      const files = sampleFilesWith(FILE, /sessions: .*/, `sessions: ${sessions}`)
      const group = `bandId: ${band.id}, carers: ${carers}, places: ${JSON.stringify(places)}`
      files[FILE] = (files[FILE] ?? '').replace(/bandId: .*\} \}/, `${group} }`)
      const isRight = mostAtOnce(places) <= seatsOf(band, carers)
      expect(problemsOf(files).length).toBe(isRight ? 0 : 1)
      if (!isRight) return
      const [centre] = parseConfig(files).communities.get('lane')?.childcareCentres ?? []
      const patterns = centre?.groups[0]?.patterns ?? []
      // At every minute of the day those who may be there at once are few enough.
      for (let minute = 0; minute < 24 * 60; minute += 30) {
        const there = patterns.filter(({ startsAt, endsAt }) => startsAt <= minute && minute < endsAt)
        expect(there.reduce((sum, { capacity }) => sum + capacity, 0)).toBeLessThanOrEqual(seatsOf(band, carers))
      }
    }),
    { numRuns: 60 },
  )
})
