import type { Area, Position } from '@little-bench/config/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarseBoxAround, coarseMetresBetween, shownMetres } from './coarse-distance.ts'

/** Anywhere in the middle of Lhasa. */
const anywhere = fc.record({
  lat: fc.double({ min: 29.64, max: 29.67, noNaN: true }),
  lng: fc.double({ min: 91.12, max: 91.15, noNaN: true }),
})
/** Two positions in one cell. */
const neighbours = fc
  .record({ lat: fc.integer({ min: 29_640, max: 29_670 }), lng: fc.integer({ min: 91_120, max: 91_150 }) })
  .chain(({ lat, lng }) => {
    const within = fc.double({ min: -0.499, max: 0.499, noNaN: true })
    const position = fc
      .tuple(within, within)
      .map(([north, east]) => ({ lat: (lat + north) / 1000, lng: (lng + east) / 1000 }))
    return fc.tuple(position, position)
  })

const isIn = ({ south, west, north, east }: Area, { lat, lng }: Position): boolean =>
  lat >= south && lat <= north && lng >= west && lng <= east

test('from anywhere two positions of one cell look the same', () => {
  fc.assert(
    fc.property(anywhere, neighbours, (here, [one, other]) => {
      expect(coarseMetresBetween(here, one)).toBe(coarseMetresBetween(here, other))
      const box = coarseBoxAround(here, 250)
      expect(isIn(box, one)).toBe(isIn(box, other))
    }),
  )
})

test('nothing that is coarsely near is outside the box', () => {
  fc.assert(
    fc.property(anywhere, anywhere, fc.integer({ min: 50, max: 1000 }), (here, there, metres) => {
      fc.pre(coarseMetresBetween(here, there) <= metres)
      expect(isIn(coarseBoxAround(here, metres), there)).toBe(true)
    }),
  )
})

test.each([
  [0, 50],
  [80, 100],
  [124, 100],
  [222, 200],
])('%i metres are shown as %i', (metres, shown) => {
  expect(shownMetres(metres)).toBe(shown)
})
