import type { Area, Position } from '@little-bench/config/model'
import { boxAround, metresBetween } from '@little-bench/config/places'

/** Cells to a degree: some hundred metres wide and high, so that a cell holds more than one house. */
const CELLS = 1000
const STEP_METRES = 50

const cellOf = ({ lat, lng }: Position): Position => ({
  lat: Math.round(lat * CELLS) / CELLS,
  lng: Math.round(lng * CELLS) / CELLS,
})

/** Between the middles of two cells: from exact distances to a few points somebody's position could be worked out. */
export const coarseMetresBetween = (a: Position, b: Position): number => metresBetween(cellOf(a), cellOf(b))

/** Whole cells: whatever is coarsely within so many metres is in it, and what the edge cuts off tells nothing. */
export const coarseBoxAround = (here: Position, metres: number): Area => {
  const { south, west, north, east } = boxAround(cellOf(here), metres)
  const below = (degrees: number) => (Math.floor(degrees * CELLS) - 0.5) / CELLS
  const above = (degrees: number) => (Math.ceil(degrees * CELLS) + 0.5) / CELLS
  return { south: below(south), west: below(west), north: above(north), east: above(east) }
}

/** As it is shown: in steps, and never so near that it would point at a door. */
export const shownMetres = (metres: number): number =>
  Math.max(STEP_METRES, Math.round(metres / STEP_METRES) * STEP_METRES)
