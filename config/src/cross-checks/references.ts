import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, locate, problemAt } from './located.ts'

/** Whatever one file names in another must exist there. */
export const checkReferencesExist = (sources: Sources): Problem[] =>
  sources.communities.flatMap((source) => [
    ...checkCommunity(source, sources),
    ...checkGridCells(source),
    ...checkCatalogueChanges(source, sources),
    ...checkRoutingChanges(source, sources),
  ])

const checkCommunity = (source: CommunitySource, sources: Sources): Problem[] => {
  const file = fileOf(source, 'community.yaml')
  const { id, subdistrictId, contacts } = source.files['community.yaml']
  const subdistrict = sources.shared['units.yaml'].units.find((unit) => unit.id === subdistrictId)
  const gridCellIds = source.files['grid-cells.yaml'].gridCells.map((gridCell): string => gridCell.id)
  return [
    ...(id === source.folder ? [] : [{ file, key: 'id', rule: `must be the name of its folder, ${source.folder}` }]),
    ...(subdistrict?.kind === 'subdistrict'
      ? []
      : [{ file, key: 'subdistrictId', rule: `names ${subdistrictId}, which is no subdistrict of units.yaml` }]),
    ...contacts.flatMap(({ name, gridCellId }) =>
      gridCellId === null || gridCellIds.includes(gridCellId)
        ? []
        : [
            {
              file,
              key: `contacts[${name.zh}].gridCellId`,
              rule: `names ${gridCellId}, which is no grid cell of this community`,
            },
          ],
    ),
  ]
}

const checkGridCells = (source: CommunitySource): Problem[] => {
  const queueIds = source.files['queues.yaml'].queues.map((queue): string => queue.id)
  return locate(fileOf(source, 'grid-cells.yaml'), 'gridCells', source.files['grid-cells.yaml'].gridCells)
    .filter(({ value }) => !queueIds.includes(value.queueId))
    .map((gridCell) =>
      problemAt(
        gridCell,
        'queueId',
        `names the queue ${gridCell.value.queueId}, which is not in ${fileOf(source, 'queues.yaml')}: every grid cell names an existing queue`,
      ),
    )
}

const checkCatalogueChanges = (source: CommunitySource, sources: Sources): Problem[] => {
  const file = fileOf(source, 'catalogue.yaml')
  const { leaveOut, exceptions } = source.files['catalogue.yaml']
  const shared = sources.shared['catalogue.yaml'].categories.map((entry): string => entry.serviceCode)
  const rule = 'is no category of the shared catalogue.yaml'
  return [
    ...leaveOut.filter((code) => !shared.includes(code)).map((code) => ({ file, key: `leaveOut[${code}]`, rule })),
    ...exceptions
      .filter(({ serviceCode }) => !shared.includes(serviceCode))
      .map(({ serviceCode }) => ({ file, key: `exceptions[${serviceCode}]`, rule })),
    ...exceptions
      .filter(({ serviceCode }) => leaveOut.includes(serviceCode))
      .map(({ serviceCode }) => ({
        file,
        key: `exceptions[${serviceCode}]`,
        rule: 'is left out above and changed here',
      })),
  ]
}

const checkRoutingChanges = (source: CommunitySource, sources: Sources): Problem[] => {
  const shared = sources.shared['routing.yaml'].rules.map((rule) => rule.id)
  return source.files['routing.yaml'].leaveOut
    .filter((id) => !shared.includes(id))
    .map((id) => ({
      file: fileOf(source, 'routing.yaml'),
      key: `leaveOut[${id}]`,
      rule: 'is no rule of the shared routing.yaml',
    }))
}
