import { hasPermission } from '@little-bench/shared/people/permissions'
import { useSession } from '../platform/session'

/** The community in whose kitchen the signed-in person works: the chosen one where they do, else the first. */
export const useKitchenCommunityId = (): string | undefined => {
  const person = useSession((session) => session.person)
  const chosen = useSession((session) => session.communityId)
  const communityIds = (person?.roles ?? [])
    .filter(({ role }) => hasPermission([role], 'meal.serve'))
    .flatMap(({ communityId }) => communityId ?? [])
  return communityIds.find((id) => id === chosen) ?? communityIds[0]
}
