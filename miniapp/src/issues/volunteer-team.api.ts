import { volunteerEndpoints } from '@little-bench/shared/issues/endpoints'
import type { volunteerContract } from '@little-bench/shared/issues/volunteer.contract'
import { useQuery } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

const volunteerApi = createClient<typeof volunteerContract>(volunteerEndpoints, { actingFor: null })

/** The volunteer teams that the signed-in person has joined; none while acting for somebody, who is in none of them. */
export const useMyTeams = (communityId: string) => {
  const personId = useSession((session) => session.person?.id)
  const isOwn = useSession((session) => session.actingFor === null)
  const teams = useQuery({
    queryKey: ['volunteer-teams', communityId, personId],
    enabled: personId !== undefined && isOwn,
    queryFn: () => volunteerApi.listVolunteerTeams({ params: { communityId } }),
  })
  return isOwn ? (teams.data?.items.filter(({ isMember }) => isMember) ?? []) : []
}
