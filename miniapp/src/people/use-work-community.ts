import { hasPermission, type Permission } from '@little-bench/shared/people/permissions'
import { useSession } from '../platform/session'

/** The community in which the signed-in person may do that work: the chosen one where they may, else the first. */
export const useWorkCommunityId = (permission: Permission): string | undefined => {
  const person = useSession((session) => session.person)
  const chosen = useSession((session) => session.communityId)
  const communityIds = (person?.roles ?? [])
    .filter(({ role }) => hasPermission([role], permission))
    .flatMap(({ communityId }) => communityId ?? [])
  return communityIds.find((id) => id === chosen) ?? communityIds[0]
}
