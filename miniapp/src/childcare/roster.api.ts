import type { childcareContract } from '@little-bench/shared/childcare/contract'
import { childcareEndpoints, rosterEndpoints } from '@little-bench/shared/childcare/endpoints'
import type { rosterContract } from '@little-bench/shared/childcare/roster.contract'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { keepRoster, readKeptRoster } from './kept-roster'

type Contract = typeof rosterContract
export type DayRoster = CallResult<Contract['getDayRoster']>
export type RosterChild = DayRoster['groups'][number]['children'][number]
export type HandOver = NonNullable<CallInput<Contract['recordPickUp']>['body']>

/** What those who look after children do as themselves. */
export const rosterApi = createClient<Contract>(rosterEndpoints, { actingFor: null })
const centreApi = createClient<typeof childcareContract>(childcareEndpoints, { actingFor: null })

const ROSTER_KEY = ['childcare-roster'] as const
const HOUR_MS = 3_600_000

/** The centres of the community; of the kept day without a network too, since they are asked for once an hour at most. */
export const useWorkCentres = (communityId: string | undefined) =>
  useQuery({
    queryKey: ['childcare-work-centres', communityId],
    enabled: communityId !== undefined,
    queryFn: async () => (await centreApi.listChildcareCentres({ params: { communityId: communityId ?? '' } })).items,
    staleTime: HOUR_MS,
  })

export interface RosterRef {
  communityId: string
  centreId: string
  on: ServiceDate
}

/**
 * Each reading of a child leaves a line for its family: a roster is read when the page opens and when somebody asks, not
 * again by itself. That of today is there without a network too, as it was.
 */
export const useDayRoster = ({ communityId, centreId, on }: RosterRef) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...ROSTER_KEY, centreId, on, personId],
    enabled: personId !== undefined && centreId !== '',
    queryFn: async () => {
      const roster = await rosterApi.getDayRoster({ params: { communityId, centreId }, query: { on } })
      keepRoster(roster)
      return roster
    },
    initialData: () => readKeptRoster(centreId, on),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** The answer to each write is the child as it is now; it takes its place on the roster, which is not read again. */
const useRosterWrite = <Input>(send: (input: Input, options: { idempotencyKey?: string }) => Promise<RosterChild>) => {
  const queryClient = useQueryClient()
  return useWrite(async (input: Input, options) => {
    const child = await send(input, options)
    const rosters = queryClient.getQueriesData<DayRoster>({ queryKey: ROSTER_KEY })
    for (const [queryKey, roster] of rosters) {
      if (!roster) continue
      const after = withChild(roster, child)
      queryClient.setQueryData(queryKey, after)
      keepRoster(after)
    }
    return child
  })
}

const withChild = (roster: DayRoster, child: RosterChild): DayRoster => ({
  ...roster,
  groups: roster.groups.map((group) => ({
    ...group,
    children: group.children.map((each) => (each.bookingId === child.bookingId ? child : each)),
  })),
})

/** By the code of the day, which only the server knows. */
export const useHandOverByCode = (communityId: string) =>
  useRosterWrite(({ bookingId, body }: { bookingId: string; body: HandOver }, options) =>
    rosterApi.recordPickUp({ params: { communityId, bookingId }, body }, options),
  )

/** A day that stays closed; the roster is read again, because everybody on it is gone. */
export const useCloseDay = (params: { communityId: string; centreId: string }) =>
  useWrite((on: ServiceDate, options) => rosterApi.closeChildcareDay({ params, body: { on } }, options), [ROSTER_KEY])

export const useUndo = (communityId: string) =>
  useRosterWrite(({ bookingId, what }: { bookingId: string; what: 'arrival' | 'pick-up' }, options) => {
    const params = { communityId, bookingId }
    return what === 'arrival' ? rosterApi.undoArrival({ params }, options) : rosterApi.undoPickUp({ params }, options)
  })
