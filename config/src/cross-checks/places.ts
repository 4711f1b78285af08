import type { LoadedConfig } from '../model.ts'
import { isInArea } from '../places.ts'
import type { Problem } from '../problem.ts'
import { locate, problemAt } from './located.ts'

/** A place outside the area of its community could never be found by a map position. */
export const checkPlaces = (config: LoadedConfig): Problem[] =>
  [...config.communities.values()].flatMap((community) =>
    locate(`${community.id}/grid-cells.yaml`, 'gridCells', community.gridCells)
      .flatMap(({ file, key, value }) => locate(file, `${key}.places`, value.places))
      .filter(({ value }) => value.position !== null && !isInArea(community, value.position))
      .map((place) => problemAt(place, 'position', `lies outside the area of ${community.id} in community.yaml`)),
  )
