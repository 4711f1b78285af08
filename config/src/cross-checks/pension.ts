import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf } from './located.ts'

/** Who offers help with the proof of life says when it is due, and has a queue for its rounds of visits. */
export const checkPension = (sources: Sources): Problem[] => [
  ...sources.communities.flatMap(checkOne),
  ...sources.communities.flatMap((source) => checkDemoPeople(sources, source)),
]

/** Whoever draws a pension for a demonstration is a demonstration person who lives here, and is visited here. */
const checkDemoPeople = (sources: Sources, source: CommunitySource): Problem[] => {
  const communityId = source.files['community.yaml'].id
  const places = source.files['grid-cells.yaml'].gridCells.flatMap((cell) => cell.places.map(({ id }) => id))
  const lives = (personId: string): boolean =>
    sources.shared['demo-people.yaml'].people.some(
      ({ id, roles }) =>
        id === personId && roles.some((each) => each.role === 'resident' && each.communityId === communityId),
    )
  const file = fileOf(source, 'pension.yaml')
  return (source.files['pension.yaml'].pension?.demoPeople ?? []).flatMap(({ personId, visit }) => {
    const key = `pension.demoPeople[${personId}]`
    return [
      ...(lives(personId) ? [] : [{ file, key, rule: `is no resident of ${communityId} in demo-people.yaml` }]),
      ...(visit === undefined || places.includes(visit.placeId)
        ? []
        : [{ file, key, rule: `names ${visit.placeId}, which is no place of ${communityId}` }]),
    ]
  })
}

const checkOne = (source: CommunitySource): Problem[] => {
  const offers = source.files['community.yaml'].services.includes('pension')
  const { pension } = source.files['pension.yaml']
  const hasQueue = source.files['queues.yaml'].queues.some(({ service }) => service === 'pension')
  const problem = (rule: string): Problem => ({ file: fileOf(source, 'community.yaml'), key: 'services', rule })
  return [
    ...(offers && pension === null ? [problem('names pension, and pension.yaml says nothing of it')] : []),
    ...(offers && !hasQueue ? [problem('names pension, and queues.yaml has no queue whose service is pension')] : []),
    ...(pension?.demo === true && !pension.ruleText.zh.includes('示范')
      ? [{ file: fileOf(source, 'pension.yaml'), key: 'pension.ruleText', rule: 'must say 示范, or demo: false' }]
      : []),
  ]
}
