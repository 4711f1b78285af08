import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, locate, problemAt } from './located.ts'

const cardsOf = (source: CommunitySource) =>
  locate(fileOf(source, 'mediators.yaml'), 'mediators', source.files['mediators.yaml'].mediators)

/** A card is that of one mediator of this community, in its own grid cells. */
export const checkMediators = (sources: Sources): Problem[] => {
  const people = sources.shared['demo-people.yaml'].people
  return sources.communities.flatMap((source) => {
    const communityId = source.files['community.yaml'].id
    const cells = source.files['grid-cells.yaml'].gridCells.map(({ id }) => id)
    const mediates = (personId: string): boolean =>
      people.some(
        ({ id, roles }) =>
          id === personId && roles.some((each) => each.role === 'mediator' && each.communityId === communityId),
      )
    return cardsOf(source).flatMap((card) => [
      ...card.value.gridCellIds
        .filter((id) => !cells.includes(id))
        .map((id) => problemAt(card, 'gridCellIds', `names ${id}, which is no grid cell of ${communityId}`)),
      ...(card.value.demoPersonId === null || mediates(card.value.demoPersonId)
        ? []
        : [problemAt(card, 'demoPersonId', `names ${card.value.demoPersonId}, who is no mediator of ${communityId}`)]),
    ])
  })
}
