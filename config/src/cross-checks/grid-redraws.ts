import type { LoadedConfig } from '../model.ts'
import { isInArea } from '../places.ts'
import type { Problem } from '../problem.ts'
import type { GridRedrawsFile } from '../schema/grid-redraw.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

type Redraw = GridRedrawsFile['redraws'][number]

/** After a new map nothing may be left over: no old grid cell, no place, no queue. */
export const checkGridRedraws = (sources: Sources): Problem[] =>
  sources.communities.flatMap((source) =>
    locatedRedraws(source).flatMap((redraw) => [
      ...checkFormerly(redraw, source),
      ...checkPlacesKept(redraw, source),
      ...checkQueues(redraw),
    ]),
  )

/** A place of a new map outside the area could never be found by a map position. */
export const checkRedrawnPlaces = (config: LoadedConfig): Problem[] =>
  [...config.communities.values()].flatMap((community) =>
    locate(`${community.id}/grid-redraws.yaml`, 'redraws', community.gridRedraws)
      .flatMap(cellsOf)
      .flatMap(({ file, key, value }) => locate(file, `${key}.places`, value.places))
      .filter(({ value }) => value.position !== null && !isInArea(community, value.position))
      .map((place) => problemAt(place, 'position', `lies outside the area of ${community.id} in community.yaml`)),
  )

const locatedRedraws = (source: CommunitySource): Located<Redraw>[] =>
  locate(fileOf(source, 'grid-redraws.yaml'), 'redraws', source.files['grid-redraws.yaml'].redraws)

const cellsOf = <Cell extends { id: string }>({
  file,
  key,
  value,
}: Located<{ gridCells: readonly Cell[] }>): Located<Cell>[] => locate(file, `${key}.gridCells`, value.gridCells)

const checkFormerly = (redraw: Located<Redraw>, source: CommunitySource): Problem[] => {
  const old = source.files['grid-cells.yaml'].gridCells.map(({ id }): string => id)
  const named = redraw.value.gridCells.flatMap(({ formerly }): string[] => formerly)
  return [
    ...cellsOf(redraw).flatMap((cell) =>
      cell.value.formerly
        .filter((id) => !old.includes(id))
        .map((id) => problemAt(cell, 'formerly', `names ${id}, which is no grid cell of ${source.folder} today`)),
    ),
    ...old
      .filter((id) => !named.includes(id))
      .map((id) => problemAt(redraw, 'gridCells', `leaves the old grid cell ${id} without a successor`)),
  ]
}

const checkPlacesKept = (redraw: Located<Redraw>, source: CommunitySource): Problem[] => {
  const kept = redraw.value.gridCells.flatMap(({ places }) => places.map(({ id }): string => id))
  return source.files['grid-cells.yaml'].gridCells
    .flatMap(({ places }) => places)
    .filter(({ id }) => !kept.includes(id))
    .map(({ id }) =>
      problemAt(redraw, 'gridCells', `loses the place ${id}: every old place is in one of the new grid cells`),
    )
}

const checkQueues = (redraw: Located<Redraw>): Problem[] => {
  const { queues, gridCells } = redraw.value
  return [
    ...locate(redraw.file, `${redraw.key}.queues`, queues).flatMap((queue) => {
      const owners = gridCells.filter(({ queueId }) => queueId === queue.value.id)
      return [
        ...(queue.value.level === 'grid_cell' ? [] : [problemAt(queue, 'level', 'must be grid_cell')]),
        ...(owners.length === 1
          ? []
          : [problemAt(queue, '', `belongs to ${owners.length} new grid cells instead of 1`)]),
      ]
    }),
    ...cellsOf(redraw)
      .filter(({ value }) => queues.every(({ id }) => id !== value.queueId))
      .map((cell) =>
        problemAt(
          cell,
          'queueId',
          `names the queue ${cell.value.queueId}, which is not among the queues of this redraw`,
        ),
      ),
  ]
}
