import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { visitEndpoints } from '@little-bench/shared/pension/endpoints'
import type { visitContract } from '@little-bench/shared/pension/visit.contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { keepRound, readKeptRound } from './kept-round'

type Contract = typeof visitContract
export type VisitRound = CallResult<Contract['listVisitRounds']>['items'][number]
export type RoundVisit = VisitRound['courtyards'][number]['visits'][number]
export type OutcomeAnswer = CallResult<Contract['recordVisitOutcome']>
export type VisitOutcome = NonNullable<CallInput<Contract['recordVisitOutcome']>['body']>['outcome']
export type VisitToPlan = CallResult<Contract['listHomeVisits']>['items'][number]
export type PlannedVisit = NonNullable<CallInput<Contract['planVisitRound']>['body']>['visits'][number]

/** What staff do as themselves. */
export const visitApi = createClient<Contract>(visitEndpoints, { actingFor: null })

const ROUND_KEY = ['visit-round'] as const
export const PLAN_KEY = ['visit-plan'] as const

/**
 * One's own round of a day; undefined in `data.round` when there is none. Each reading of doors and reasons is written
 * down: it is read when the page opens and when somebody asks, not again by itself. That of today is there without a
 * network too, as it was.
 */
export const useMyRound = (communityId: string | undefined, on: ServiceDate) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...ROUND_KEY, communityId, on, personId],
    enabled: communityId !== undefined && personId !== undefined,
    queryFn: async () => {
      const params = { communityId: communityId ?? '' }
      const { items } = await visitApi.listVisitRounds({ params, query: { on, days: 1 } })
      const round = items.find(({ visitor }) => visitor.isYou) ?? null
      keepRound(on, round)
      return { round }
    },
    initialData: (): { round: VisitRound | null } | undefined => readKeptRound(on),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** What waits to be planned, and who can go. */
export const useVisitsToPlan = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...PLAN_KEY, 'waiting', communityId, personId],
    enabled: communityId !== undefined,
    queryFn: () => visitApi.listHomeVisits({ params: { communityId: communityId ?? '' } }),
  })
}

/** Every round of a day. */
export const useRoundsOf = (communityId: string | undefined, on: ServiceDate) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...PLAN_KEY, 'rounds', communityId, on, personId],
    enabled: communityId !== undefined,
    queryFn: async () =>
      (await visitApi.listVisitRounds({ params: { communityId: communityId ?? '' }, query: { on, days: 1 } })).items,
  })
}

/** The answer is the round as it stands now, and takes its place at once. */
export const usePlanRound = (communityId: string) => {
  const queryClient = useQueryClient()
  return useWrite(
    async ({ on, visitorId, visits }: { on: ServiceDate; visitorId: string; visits: PlannedVisit[] }, options) => {
      const round = await visitApi.planVisitRound({ params: { communityId, on, visitorId }, body: { visits } }, options)
      queryClient.setQueriesData<VisitRound[]>(
        { queryKey: [...PLAN_KEY, 'rounds', communityId, on] },
        (rounds) => rounds && [...rounds.filter(({ visitor }) => visitor.id !== visitorId), round],
      )
      return round
    },
    [PLAN_KEY],
  )
}
