import { volunteerEndpoints } from '@little-bench/shared/issues/endpoints'
import type { volunteerContract } from '@little-bench/shared/issues/volunteer.contract'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof volunteerContract
export type VolunteerTeam = CallResult<Contract['listVolunteerTeams']>['items'][number]

const volunteerApi = createClient<Contract>(volunteerEndpoints)

export const TEAMS_KEY = ['volunteer-teams'] as const

/** The teams of a community, what was counted of each, and whether the person at this phone is in it. */
export const useVolunteerTeams = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...TEAMS_KEY, communityId, personId, language],
    enabled: communityId !== undefined,
    queryFn: async () => (await volunteerApi.listVolunteerTeams({ params: { communityId: communityId ?? '' } })).items,
  })
}

/** Joins a team or leaves it. */
export const useMembership = (params: { communityId: string; teamId: string }) =>
  useWrite(
    ({ isMember }: { isMember: boolean }, options) =>
      isMember
        ? volunteerApi.joinVolunteerTeam({ params }, options)
        : volunteerApi.leaveVolunteerTeam({ params }, options),
    [TEAMS_KEY],
  )
