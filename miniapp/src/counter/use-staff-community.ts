import { hasPermission, type Permission } from '@little-bench/shared/people/permissions'
import { useCommunity } from '../communities'
import { useSession } from '../platform/session'

/** Whether the signed-in person has that permission anywhere. */
export const useMay = (permission: Permission): boolean => {
  const person = useSession((session) => session.person)
  return hasPermission(
    (person?.roles ?? []).map(({ role }) => role),
    permission,
  )
}

/** The community in which the signed-in person may do that: the chosen one where they may, else the first. */
export const useStaffCommunityId = (permission: Permission): string | undefined => {
  const person = useSession((session) => session.person)
  const chosen = useSession((session) => session.communityId)
  const communityIds = (person?.roles ?? [])
    .filter(({ role }) => hasPermission([role], permission))
    .flatMap(({ communityId }) => communityId ?? [])
  return communityIds.find((id) => id === chosen) ?? communityIds[0]
}

export const useStaffCommunity = (permission: Permission) => useCommunity(useStaffCommunityId(permission)).data
