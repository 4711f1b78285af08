import type { Area, CommunityConfig, GridCellConfig, PlaceConfig, Position } from './model.ts'

/** A position further from every known place than this belongs to no grid cell. */
const NEAREST_PLACE_METRES = 250
const METRES_PER_DEGREE = 111_320

/** The place of this community with that id; a place of another community is not found. */
export const findPlace = (community: CommunityConfig, placeId: string): PlaceConfig | undefined =>
  community.gridCells.flatMap((gridCell) => gridCell.places).find((place) => place.id === placeId)

export const gridCellOfPlace = (community: CommunityConfig, placeId: string): GridCellConfig | undefined =>
  community.gridCells.find((gridCell) => gridCell.places.some((place) => place.id === placeId))

/** The grid cell of the nearest known place within 250 m; null when there is none that near. */
export const nearestGridCell = (
  { gridCells }: Pick<CommunityConfig, 'gridCells'>,
  position: Position,
): GridCellConfig | null => {
  let nearest: { gridCell: GridCellConfig; metres: number } | null = null
  for (const gridCell of gridCells) {
    for (const place of gridCell.places) {
      if (place.position === null) continue
      const metres = metresBetween(position, place.position)
      if (metres <= (nearest?.metres ?? NEAREST_PLACE_METRES)) nearest = { gridCell, metres }
    }
  }
  return nearest?.gridCell ?? null
}

/** Whether a map position can be reported here; a community without an area takes every position. */
export const isInArea = ({ area }: CommunityConfig, { lat, lng }: Position): boolean =>
  area === null || (lat >= area.south && lat <= area.north && lng >= area.west && lng <= area.east)

/** What is within so many metres is within these degrees. */
export const boxAround = ({ lat, lng }: Position, metres: number): Area => {
  const north = metres / METRES_PER_DEGREE
  const east = north / Math.cos((lat * Math.PI) / 180)
  return { south: lat - north, west: lng - east, north: lat + north, east: lng + east }
}

/** Exact enough within a city: the earth is flat over a few kilometres. */
export const metresBetween = (a: Position, b: Position): number => {
  const north = (a.lat - b.lat) * METRES_PER_DEGREE
  const east = (a.lng - b.lng) * METRES_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}
