import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from './load.ts'
import type { CommunityConfig } from './model.ts'
import { boxAround, findPlace, gridCellOfPlace, isInArea, metresBetween, nearestGridCell } from './places.ts'
import { sampleFiles } from './sample-files.ts'

const sampleCommunity = (id: string): CommunityConfig => {
  const community = parseConfig(sampleFiles()).communities.get(id)
  if (community === undefined) throw new Error(`no community ${id}`)
  return community
}
const lane = sampleCommunity('lane')

test('a place is found in its community and in no other', () => {
  expect(findPlace(lane, 'lane-gate')?.name.zh).toBe('大门')
  expect(findPlace(lane, 'yard-gate')).toBeUndefined()
})

test('a place knows its grid cell', () => {
  expect(gridCellOfPlace(lane, 'lane-gate')?.id).toBe('lane-2')
  expect(gridCellOfPlace(lane, 'yard-gate')).toBeUndefined()
})

test('a position belongs to the grid cell of the nearest place', () => {
  expect(nearestGridCell(lane, { lat: 29.6545, lng: 91.1402 })?.id).toBe('lane-1')
  expect(nearestGridCell(lane, { lat: 29.6452, lng: 91.1397 })?.id).toBe('lane-2')
})

test('250 metres are near and 260 are not, to the north and to the east', () => {
  const north = (metres: number) => ({ lat: 29.655 + metres / 111_320, lng: 91.14 })
  const east = (metres: number) => ({
    lat: 29.655,
    lng: 91.14 + metres / (111_320 * Math.cos((29.655 * Math.PI) / 180)),
  })
  expect(nearestGridCell(lane, north(249))?.id).toBe('lane-1')
  expect(nearestGridCell(lane, north(260))).toBeNull()
  expect(nearestGridCell(lane, east(249))?.id).toBe('lane-1')
  expect(nearestGridCell(lane, east(260))).toBeNull()
})

test('whatever is within some metres is in the box around', () => {
  const near = fc.record({
    lat: fc.double({ min: 29.65, max: 29.66, noNaN: true }),
    lng: fc.double({ min: 91.135, max: 91.145, noNaN: true }),
  })
  const here = { lat: 29.655, lng: 91.14 }
  const { south, west, north, east } = boxAround(here, 250)
  fc.assert(
    fc.property(near, (there) => {
      fc.pre(metresBetween(here, there) <= 250)
      expect(there.lat >= south && there.lat <= north && there.lng >= west && there.lng <= east).toBe(true)
    }),
  )
})

test('a position outside the rectangle is not of this community', () => {
  expect(isInArea(lane, { lat: 29.65, lng: 91.14 })).toBe(true)
  expect(isInArea(lane, { lat: 29.67, lng: 91.14 })).toBe(false)
  expect(isInArea(lane, { lat: 39.9, lng: 116.4 })).toBe(false)
})

test('without a known area every position is taken', () => {
  const anywhere = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(anywhere, (position) => {
      expect(isInArea({ ...lane, area: null }, position)).toBe(true)
    }),
  )
})
