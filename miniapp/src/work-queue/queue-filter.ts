import type { QueueFilter } from './work-item.api'

export const FILTER_KINDS = [
  'communityId',
  'serviceCode',
  'gridCellId',
  'assigneeId',
] as const satisfies readonly (keyof QueueFilter)[]
export type FilterKind = (typeof FILTER_KINDS)[number]

export const NO_FILTER: QueueFilter = {}

export const kindsIn = (filter: QueueFilter): FilterKind[] => FILTER_KINDS.filter((kind) => filter[kind] !== undefined)

/** The filter without one condition. Categories and grid cells belong to a community and go with it. */
export const withoutKind = (filter: QueueFilter, kind: FilterKind): QueueFilter => {
  const dropped: readonly FilterKind[] = kind === 'communityId' ? ['communityId', 'serviceCode', 'gridCellId'] : [kind]
  return Object.fromEntries(kindsIn(filter).flatMap((each) => (dropped.includes(each) ? [] : [[each, filter[each]]])))
}

export const withKind = (filter: QueueFilter, kind: FilterKind, value: string): QueueFilter => ({
  ...withoutKind(filter, kind),
  [kind]: value,
})

export const isSameFilter = (one: QueueFilter, other: QueueFilter): boolean =>
  FILTER_KINDS.every((kind) => one[kind] === other[kind])
