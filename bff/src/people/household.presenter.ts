import type { LoadedConfig } from '@little-bench/config/model'
import type { Household } from '@little-bench/shared/people/profile.contract'
import type { z } from 'zod'
import type { Viewer } from '../platform/http/viewer.ts'
import type { HouseholdRow, MemberRow } from './household.repository.ts'
import type { PersonNames } from './person-names.service.ts'
import { placeNameOf } from './place-name.ts'

export type HouseholdView = z.input<typeof Household>

/** A household for one of its members; they live together, and names are masked all the same. */
export const presentHousehold = (
  row: HouseholdRow,
  members: readonly MemberRow[],
  names: ReadonlyMap<string, PersonNames>,
  config: LoadedConfig,
  viewer: Viewer,
): HouseholdView => ({
  id: row.id,
  communityId: row.community_id,
  placeId: row.place_id,
  placeName: placeNameOf(config, { communityId: row.community_id, placeId: row.place_id }, viewer.language),
  members: members.map(({ person_id: personId, joined_at: joinedAt }) => ({
    personId,
    name: names.get(personId)?.masked ?? '',
    isYou: personId === viewer.personId,
    joinedAt,
  })),
})
