import { profileEndpoints } from '@little-bench/shared/people/endpoints'
import type { FactContent } from '@little-bench/shared/people/facts'
import type { profileContract } from '@little-bench/shared/people/profile.contract'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

const profileApi = createClient<typeof profileContract>(profileEndpoints)

export const FACTS_KEY = ['my-facts'] as const
export const HOUSEHOLD_KEY = ['my-household'] as const

/** What is known about the person whose business it is. */
export const useMyFacts = () => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...FACTS_KEY, personId, language],
    enabled: personId !== undefined,
    queryFn: () => profileApi.listMyFacts(),
  })
}

interface Claim {
  content: FactContent
  /** A verified fact of the kind counts until this is verified. */
  isCorrection: boolean
}

export const useClaimFact = () =>
  useWrite(
    ({ content, isCorrection }: Claim, options) =>
      profileApi.claimFact({ body: { content, hasConsent: true, isCorrection } }, options),
    [FACTS_KEY],
  )

export const useWithdrawFact = () =>
  useWrite((factId: string, options) => profileApi.withdrawFact({ params: { factId } }, options), [FACTS_KEY])

export const useHousehold = () => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...HOUSEHOLD_KEY, personId],
    enabled: personId !== undefined,
    queryFn: () => profileApi.getHousehold(),
  })
}

/** Where a new household lives; nothing when there is one. */
type Home = { communityId: string; placeId: string } | null

export const useCreateHouseholdCode = () =>
  useWrite((home: Home, options) => profileApi.createHouseholdCode({ body: home ?? {} }, options), [HOUSEHOLD_KEY])

export const useJoinHousehold = () =>
  useWrite((code: string, options) => profileApi.joinHousehold({ body: { code } }, options), [HOUSEHOLD_KEY])

export const useLeaveHousehold = () =>
  useWrite((_: void, options) => profileApi.leaveHousehold({}, options), [HOUSEHOLD_KEY])
