import { hasPermission, type Permission } from '@little-bench/shared/people/permissions'
import { useCommunity } from '../communities'
import { useWorkCommunityId } from '../people'
import { useSession } from '../platform/session'

/** Whether the signed-in person has that permission anywhere. */
export const useMay = (permission: Permission): boolean => {
  const person = useSession((session) => session.person)
  return hasPermission(
    (person?.roles ?? []).map(({ role }) => role),
    permission,
  )
}

/** The community in which the signed-in person may do that. */
export const useStaffCommunity = (permission: Permission) => useCommunity(useWorkCommunityId(permission)).data
