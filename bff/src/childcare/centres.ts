import type { ChildcareCentreConfig, ChildcareGroupConfig, CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { BookableResource } from '../scheduling/index.ts'

/** A centre with the community that it belongs to. */
export interface PlacedCentre {
  community: CommunityConfig
  centre: ChildcareCentreConfig
}

/** Errors: `not_found`. */
export const centreOf = (community: CommunityConfig, centreId: string): PlacedCentre => {
  const centre = community.childcareCentres.find(({ id }) => id === centreId)
  if (!centre) throw new AppError('not_found')
  return { community, centre }
}

/** The centre and group whose slots have this resource id; undefined when the configuration no longer has them. */
export const groupOf = (
  community: CommunityConfig,
  groupId: string,
): { centre: ChildcareCentreConfig; group: ChildcareGroupConfig } | undefined => {
  for (const centre of community.childcareCentres) {
    const group = centre.groups.find(({ id }) => id === groupId)
    if (group) return { centre, group }
  }
  return undefined
}

/** Each group's sessions are slots of their own. */
export const childcareResources = (community: CommunityConfig): BookableResource[] =>
  community.childcareCentres.flatMap(({ groups, calendar, daysAhead }) =>
    groups.map(({ id, patterns }) => ({ resourceId: id, patterns, calendar, daysAhead })),
  )
