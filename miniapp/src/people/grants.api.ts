import type { counterContract } from '@little-bench/shared/people/counter.contract'
import { counterEndpoints, grantEndpoints } from '@little-bench/shared/people/endpoints'
import type { grantContract } from '@little-bench/shared/people/grant.contract'
import type { Freedom, Relationship } from '@little-bench/shared/people/grants'
import type { Power, ProxyService } from '@little-bench/shared/people/powers'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

const grantApi = createClient<typeof grantContract>(grantEndpoints)
const counterApi = createClient<typeof counterContract>(counterEndpoints)

export const GRANTS_KEY = ['proxy-grants'] as const
export const ACTS_KEY = ['proxy-acts'] as const

/** Whom the person lets act for them, for whom they act, and whether everything given stands still. */
export const useProxyGrants = (isWanted = true) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...GRANTS_KEY, personId],
    enabled: isWanted && personId !== undefined,
    queryFn: () => grantApi.listProxyGrants(),
  })
}

export interface GrantOffer {
  relationship: Relationship
  scopes: { service: ProxyService; powers: Power[] }[]
  validUntil: string
  freedom: Freedom
  /** A member of the household; without one a code is made. */
  agentId?: string
}

export const useOfferGrant = () =>
  useWrite((offer: GrantOffer, options) => grantApi.offerProxyGrant({ body: offer }, options), [GRANTS_KEY])

export const useRedeemGrant = () =>
  useWrite((code: string, options) => grantApi.redeemProxyCode({ body: { code } }, options), [GRANTS_KEY])

interface GrantAnswer {
  grantId: string
  isAccepted: boolean
  /** What one calls the person. */
  callName?: string
}

export const useAnswerGrant = () =>
  useWrite(
    ({ grantId, ...body }: GrantAnswer, options) => grantApi.answerProxyGrant({ params: { grantId }, body }, options),
    [GRANTS_KEY],
  )

export const useRevokeGrant = () =>
  useWrite((grantId: string, options) => grantApi.revokeProxyGrant({ params: { grantId } }, options), [GRANTS_KEY])

export const useFreezeGrants = () =>
  useWrite((isFrozen: boolean, options) => grantApi.freezeProxyGrants({ body: { isFrozen } }, options), [GRANTS_KEY])

const ACT_SIDES = ['for_me', 'by_me'] as const
export type ActSide = (typeof ACT_SIDES)[number]

/** What others did for the person, or the person for others, newest first, page by page. */
export const useProxyActs = (side: ActSide) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...ACTS_KEY, side, personId, language],
    enabled: personId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      grantApi.listProxyActs({ query: { side, ...(pageParam ? { cursor: pageParam } : {}) } }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}

export const useEndAssistSession = () =>
  useWrite((sessionId: string, options) => counterApi.endAssistSession({ params: { sessionId } }, options), [ACTS_KEY])
