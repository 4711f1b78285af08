import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test('a place lies inside the area of its community', () => {
  expect(problemsAfter('lane/grid-cells.yaml', 'lat: 29.655', 'lat: 29.755')).toEqual([
    'lane/grid-cells.yaml  gridCells[lane-1].places[lane-north].position: lies outside the area of lane in community.yaml',
  ])
})

test('an area has its south below its north', () => {
  expect(problemsAfter('lane/community.yaml', 'south: 29.64', 'south: 29.74')).toContain(
    'lane/community.yaml  area: south must be below north, and west below east',
  )
})
