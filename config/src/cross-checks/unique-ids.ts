import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { activitiesOf } from './activities.ts'
import { canteensOf } from './canteens.ts'
import { centresOf, groupsOf } from './childcare.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

/** Nothing may be named twice: an id means one thing in the whole configuration, a category one thing in a community. */
export const checkUniqueIds = (sources: Sources): Problem[] => [
  ...repeated(
    sources.communities.map((source) => ownValue(source, 'id')),
    'id',
  ),
  ...repeated(
    sources.communities.map((source) => ownValue(source, 'receiptPrefix')),
    'receipt prefix',
  ),
  ...repeated(ids(locate('units.yaml', 'units', sources.shared['units.yaml'].units)), 'unit id'),
  ...repeated(ids(allQueues(sources)), 'queue id'),
  ...repeated(ids(allGridCells(sources)), 'grid cell id'),
  ...repeated(ids(allPlaces(sources)), 'place id'),
  ...sources.communities.flatMap((source) => checkRedrawnPlaces(source, sources)),
  ...repeated(ids(locate('demo-people.yaml', 'people', sources.shared['demo-people.yaml'].people)), 'person id'),
  ...repeated(ids(locate('contact-topics.yaml', 'topics', sources.shared['contact-topics.yaml'].topics)), 'topic id'),
  ...repeated(
    ids(locate('deadline-classes.yaml', 'deadlineClasses', sources.shared['deadline-classes.yaml'].deadlineClasses)),
    'deadline class',
  ),
  ...repeated(
    ids(locate('reply-templates.yaml', 'replyTemplates', sources.shared['reply-templates.yaml'].replyTemplates)),
    'reply template id',
  ),
  ...sources.communities.flatMap((source) => repeated(ids(redrawsOf(source)), 'redraw id')),
  ...sources.communities.flatMap((source) =>
    repeated(
      ids(locate(fileOf(source, 'volunteer-teams.yaml'), 'teams', source.files['volunteer-teams.yaml'].teams)),
      'team id',
    ),
  ),
  ...repeated(ids(sources.communities.flatMap(canteensOf)), 'canteen id'),
  ...repeated(ids(sources.communities.flatMap(centresOf)), 'centre id'),
  // One of either names the slots of its community.
  ...repeated(
    ids([...sources.communities.flatMap(centresOf).flatMap(groupsOf), ...sources.communities.flatMap(activitiesOf)]),
    'group or activity id',
  ),
  ...repeated(sharedCodes(sources), 'serviceCode'),
  ...sources.communities.flatMap((source) => repeated([...sharedCodes(sources), ...ownCodes(source)], 'serviceCode')),
  ...sources.communities.flatMap((source) => repeated(changedCodes(source), 'exception for')),
  ...sources.communities.flatMap((source) => repeated(ids(allRules(source, sources)), 'rule id')),
]

const ownValue = (source: CommunitySource, key: 'id' | 'receiptPrefix'): Located<string> => ({
  file: fileOf(source, 'community.yaml'),
  key,
  value: source.files['community.yaml'][key],
})

const allQueues = (sources: Sources) => [
  ...locate('queues.yaml', 'queues', sources.shared['queues.yaml'].queues),
  ...sources.communities.flatMap((source) =>
    locate(fileOf(source, 'queues.yaml'), 'queues', source.files['queues.yaml'].queues),
  ),
  ...sources.communities
    .flatMap(redrawsOf)
    .flatMap(({ file, key, value }) => locate(file, `${key}.queues`, value.queues)),
]

const allGridCells = (sources: Sources) => [
  ...sources.communities.flatMap(gridCellsOf),
  ...sources.communities.flatMap(redrawsOf).flatMap(redrawnCellsOf),
]

const gridCellsOf = (source: CommunitySource) =>
  locate(fileOf(source, 'grid-cells.yaml'), 'gridCells', source.files['grid-cells.yaml'].gridCells)

const redrawsOf = (source: CommunitySource) =>
  locate(fileOf(source, 'grid-redraws.yaml'), 'redraws', source.files['grid-redraws.yaml'].redraws)

const redrawnCellsOf = ({ file, key, value }: ReturnType<typeof redrawsOf>[number]) =>
  locate(file, `${key}.gridCells`, value.gridCells)

const placesOf = ({ file, key, value }: ReturnType<typeof gridCellsOf>[number]) =>
  locate(file, `${key}.places`, value.places)

const allPlaces = (sources: Sources) => sources.communities.flatMap(gridCellsOf).flatMap(placesOf)

/** A new map keeps the places of the old one; what it may not do is to name one twice, or one of another community. */
const checkRedrawnPlaces = (source: CommunitySource, sources: Sources): Problem[] => {
  const elsewhere = sources.communities
    .filter((other) => other !== source)
    .flatMap(gridCellsOf)
    .flatMap(placesOf)
  return redrawsOf(source).flatMap((redraw) =>
    repeated(ids([...elsewhere, ...redrawnCellsOf(redraw).flatMap(placesOf)]), 'place id'),
  )
}

const sharedCodes = (sources: Sources): Located<string>[] =>
  sources.shared['catalogue.yaml'].categories.map(({ serviceCode }) => ({
    file: 'catalogue.yaml',
    key: `categories[${serviceCode}]`,
    value: serviceCode,
  }))

const ownCodes = (source: CommunitySource): Located<string>[] =>
  source.files['catalogue.yaml'].additions.map(({ serviceCode }) => ({
    file: fileOf(source, 'catalogue.yaml'),
    key: `additions[${serviceCode}]`,
    value: serviceCode,
  }))

const changedCodes = (source: CommunitySource): Located<string>[] =>
  source.files['catalogue.yaml'].exceptions.map(({ serviceCode }) => ({
    file: fileOf(source, 'catalogue.yaml'),
    key: `exceptions[${serviceCode}]`,
    value: serviceCode,
  }))

const allRules = (source: CommunitySource, sources: Sources) => [
  ...locate('routing.yaml', 'rules', sources.shared['routing.yaml'].rules),
  ...locate(fileOf(source, 'routing.yaml'), 'before', source.files['routing.yaml'].before),
]

const ids = (items: readonly Located<{ id: string }>[]): Located<string>[] =>
  items.map(({ file, key, value }) => ({ file, key, value: value.id }))

const repeated = (items: readonly Located<string>[], what: string): Problem[] =>
  items.flatMap((item, index) => {
    const first = items.slice(0, index).find((earlier) => earlier.value === item.value)
    return first === undefined
      ? []
      : [problemAt(item, '', `the ${what} ${item.value} is already used in ${first.file}`)]
  })
