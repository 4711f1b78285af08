import { useCommunities, useCommunity } from '../communities'
import type { Choice } from '../ui/choice-list'
import { useQueueStaff } from './desk.api'
import { FILTER_KINDS, type FilterKind, kindsIn } from './queue-filter'
import type { MyQueue, QueueFilter } from './work-item.api'

/**
 * What a queue can be narrowed to. A queue above the communities is narrowed to one community first: categories and grid
 * cells are that community's.
 */
export const useFilterChoices = (queue: MyQueue, filter: QueueFilter, isWanted: boolean) => {
  const isAbove = queue.communityId === null
  const communityId = queue.communityId ?? filter.communityId
  const isNeeded = isWanted || kindsIn(filter).length > 0
  const communities = useCommunities()
  const { data: community } = useCommunity(isNeeded ? communityId : undefined)
  const staff = useQueueStaff(queue.id, isNeeded)
  const choices: Record<FilterKind, Choice<string>[]> = {
    communityId: (communities.data?.items ?? []).map(({ id, name, subdistrict }) => ({
      value: id,
      name,
      note: subdistrict,
    })),
    serviceCode: (community?.catalogue ?? []).map(({ serviceCode, name, group }) => ({
      value: serviceCode,
      name,
      group,
    })),
    gridCellId: (community?.gridCells ?? []).map(({ id, name }) => ({ value: id, name })),
    assigneeId: (staff.data ?? []).map(({ id, name }) => ({ value: id, name })),
  }
  const kinds = FILTER_KINDS.filter((kind) => {
    if (kind === 'communityId') return isAbove
    if (kind === 'gridCellId' && queue.level === 'grid_cell') return false
    return kind === 'assigneeId' || communityId !== undefined
  })
  const nameOf = (kind: FilterKind): string =>
    choices[kind].find(({ value }) => value === filter[kind])?.name ?? filter[kind] ?? ''
  return { kinds, choices, nameOf, needsCommunity: isAbove && communityId === undefined }
}
export type FilterChoices = ReturnType<typeof useFilterChoices>
