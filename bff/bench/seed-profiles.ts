import type { CatalogueEntryConfig, CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import { rolesServingQueue } from '@little-bench/config/served-queues'
import { decide } from '../src/work-queue/enqueue.service.ts'

/** Everything about a seeded issue that the configuration decides; the seed only picks one and adds time and state. */
export interface Profile {
  n: number
  community_id: string
  receipt_prefix: string
  service_code: string
  can_be_public: boolean
  is_delegable: boolean
  place_id: string
  grid_cell_id: string
  title: string
  priority: number
  queue_id: string
  rule_id: string
  because: unknown
  deadline_class: string
  following: string[]
  staff_ids: string[]
}

/** Demonstration people who serve a queue. */
export const staffOf = (config: LoadedConfig, queueId: string): string[] => {
  const serving = rolesServingQueue(config, queueId)
  return config.demoPeople
    .filter(({ roles }) =>
      roles.some((role) =>
        serving.some(
          (needed) =>
            needed.role === role.role &&
            (needed.gridCellId ?? role.gridCellId) === role.gridCellId &&
            (needed.communityId ?? role.communityId) === role.communityId &&
            (needed.unitId ?? role.unitId) === role.unitId,
        ),
      ),
    )
    .map(({ id }) => id)
}

/** Some categories come in far more often than others; a fixed spread of 1 to 6 keeps every run the same. */
const weightOf = (entry: CatalogueEntryConfig): number => 1 + (entry.serviceCode.length % 6)

const profilesOf = (config: LoadedConfig, community: CommunityConfig, now: Date): Omit<Profile, 'n'>[] =>
  community.gridCells.flatMap((cell) =>
    cell.places.flatMap((place) =>
      community.catalogue.flatMap((entry) => {
        const { route } = decide(config, community, { category: entry, gridCellId: cell.id }, now)
        const profile = {
          community_id: community.id,
          receipt_prefix: community.receiptPrefix,
          service_code: entry.serviceCode,
          can_be_public: entry.canBePublic,
          is_delegable: entry.isDelegable,
          place_id: place.id,
          grid_cell_id: cell.id,
          title: `${entry.name.zh} · ${place.name.zh}`,
          priority: entry.priority,
          queue_id: route.queueId,
          rule_id: route.ruleId,
          because: route.because,
          deadline_class: entry.deadlineClass,
          following: route.followingQueueIds,
          staff_ids: staffOf(config, route.queueId),
        }
        return Array.from({ length: weightOf(entry) }, () => profile)
      }),
    ),
  )

/** One profile for each community, place and category, repeated by how often it comes in. */
export const seedProfiles = (config: LoadedConfig, now: Date): Profile[] =>
  [...config.communities.values()]
    .flatMap((community) => profilesOf(config, community, now))
    .map((profile, n) => ({ n, ...profile }))
