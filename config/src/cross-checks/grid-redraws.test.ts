import { describe, expect, test } from 'vitest'
import { problemsOf } from '../planted-mistake.ts'
import { redrawFiles, sampleRedraw } from '../sample-files.ts'

const FOUR = 'lane/grid-redraws.yaml  redraws[four-cells]'

/** The lines that one mistake in the new map would print. */
const problemsWith = (passage: string | RegExp, replacement: string): string[] => {
  const changed = sampleRedraw.replace(passage, replacement)
  if (changed === sampleRedraw) throw new Error(`the redraw has no passage ${String(passage)}`)
  return problemsOf({ ...redrawFiles(), 'lane/grid-redraws.yaml': changed })
}

test('a new map that leaves nothing over is taken', () => {
  expect(problemsOf(redrawFiles())).toEqual([])
})

test('every old grid cell has a successor', () => {
  expect(problemsWith(/formerly: \[lane-1(, lane-2)?\]/g, 'formerly: [lane-2]')).toContain(
    `${FOUR}.gridCells: leaves the old grid cell lane-1 without a successor`,
  )
})

test('a new grid cell comes from one that this community has today', () => {
  expect(problemsWith('[lane-1, lane-2]', '[lane-1, yard-2]')).toEqual([
    `${FOUR}.gridCells[lane-n4].formerly: names yard-2, which is no grid cell of lane today`,
  ])
  expect(problemsWith('[lane-1, lane-2]', '[]')).toEqual([
    `${FOUR}.gridCells[lane-n4].formerly: must name the old grid cells that it comes from`,
  ])
})

test('no old place is lost, because items know it by its id', () => {
  expect(problemsWith('id: lane-gate', 'id: lane-door')).toEqual([
    `${FOUR}.gridCells: loses the place lane-gate: every old place is in one of the new grid cells`,
  ])
})

describe('what is new has ids of its own', () => {
  test('a grid cell', () => {
    expect(problemsWith('id: lane-n3\n', 'id: lane-1\n')).toEqual([
      `${FOUR}.gridCells[lane-1]: the grid cell id lane-1 is already used in lane/grid-cells.yaml`,
    ])
  })

  test('a queue', () => {
    expect(problemsWith('{ id: lane-n3-queue', '{ id: yard-1-queue')).toContain(
      `${FOUR}.queues[yard-1-queue]: the queue id yard-1-queue is already used in yard/queues.yaml`,
    )
  })

  test('a place, unless it is an old one of this community, and that only once', () => {
    expect(problemsWith('id: lane-middle', 'id: yard-gate')).toEqual([
      `${FOUR}.gridCells[lane-n4].places[yard-gate]: the place id yard-gate is already used in yard/grid-cells.yaml`,
    ])
    expect(problemsWith('id: lane-middle', 'id: lane-north')).toEqual([
      `${FOUR}.gridCells[lane-n4].places[lane-north]: the place id lane-north is already used in lane/grid-redraws.yaml`,
    ])
  })
})

test('every new queue belongs to one new grid cell, and is on its level', () => {
  expect(problemsWith('新第四网格, level: grid_cell', '新第四网格, level: community')).toEqual([
    `${FOUR}.queues[lane-n4-queue].level: must be grid_cell`,
  ])
  expect(problemsWith('queueId: lane-n4-queue', 'queueId: lane-n3-queue')).toEqual([
    `${FOUR}.queues[lane-n3-queue]: belongs to 2 new grid cells instead of 1`,
    `${FOUR}.queues[lane-n4-queue]: belongs to 0 new grid cells instead of 1`,
  ])
})

test('a new grid cell names a queue of the same redraw', () => {
  expect(problemsWith('queueId: lane-n4-queue', 'queueId: lane-1-queue')).toContain(
    `${FOUR}.gridCells[lane-n4].queueId: names the queue lane-1-queue, which is not among the queues of this redraw`,
  )
})

test('a new place lies inside the area of its community', () => {
  expect(problemsWith('lat: 29.650', 'lat: 29.750')).toEqual([
    `${FOUR}.gridCells[lane-n4].places[lane-middle].position: lies outside the area of lane in community.yaml`,
  ])
})
