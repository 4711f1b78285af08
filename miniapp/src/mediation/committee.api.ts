import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { committeeContract } from '@little-bench/shared/mediation/committee.contract'
import { committeeEndpoints } from '@little-bench/shared/mediation/endpoints'
import type { CaseMove } from '@little-bench/shared/mediation/lifecycle'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { CASES_KEY, type CaseAccess, caseApi, type MediationCase } from './case.api'

type Contract = typeof committeeContract
export type Ledger = CallResult<Contract['getMediationLedger']>
export type InvitationCode = CallResult<Contract['renewInvitation']>
type CaseParams = Pick<CaseAccess, 'communityId' | 'caseId'>
export type NewSession = CallInput<Contract['recordSession']>['body']
export type NewAgreement = CallInput<Contract['draftAgreement']>['body']
export type NewCard = CallInput<Contract['saveMediator']>['body']
type Checked = CallInput<Contract['saveChecklist']>['body']
type FollowUpSaid = CallInput<Contract['recordCaseFollowUp']>['body']

const committeeApi = createClient<Contract>(committeeEndpoints, { actingFor: null })

export const WORK_KEY = ['mediation-work'] as const

export const useCommunityCases = (communityId: string | undefined, isOpen: boolean) => {
  const personId = useSession((session) => session.person?.id)
  return useInfiniteQuery({
    queryKey: [...WORK_KEY, 'list', communityId, isOpen, personId],
    enabled: communityId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      committeeApi.listCommunityCases({
        params: { communityId: communityId ?? '' },
        query: { isOpen: isOpen ? 'yes' : 'no', ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

const useCaseKey = ({ communityId, caseId }: CaseParams) => {
  const personId = useSession((session) => session.person?.id)
  return [...WORK_KEY, 'case', communityId, caseId, personId]
}

/** Each reading leaves a line that both sides see: it is asked for once, and not again by itself. */
export const useWorkCase = (params: CaseParams) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: useCaseKey(params),
    enabled: personId !== undefined && params.caseId !== '',
    queryFn: () => caseApi.getMediationCase({ params }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  })
}

/** The same for what was said: asked for again only after one has written. */
export const useWorkThreads = ({ communityId, caseId }: CaseParams) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...CASES_KEY, 'threads', communityId, caseId, 'work', personId],
    queryFn: async () => (await caseApi.listCaseThreads({ params: { communityId, caseId } })).items,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  })
}

/** The answer to what somebody did is the case as it is now: it is not read once more. */
const useShowCase = (params: CaseParams) => {
  const queryClient = useQueryClient()
  const key = useCaseKey(params)
  return (changed: MediationCase): MediationCase => {
    queryClient.setQueryData(key, changed)
    return changed
  }
}

const LISTS = [[...WORK_KEY, 'list']]

export const useMoveCase = (params: CaseParams) => {
  const show = useShowCase(params)
  return useWrite(
    async (body: { move: CaseMove; version: number; reason?: string }, options) =>
      show(await caseApi.moveMediationCase({ params, body }, options)),
    LISTS,
  )
}

export const useRenewInvitation = (params: CaseParams) =>
  useWrite((_: void, options) => committeeApi.renewInvitation({ params }, options))

export const useProposeMediator = (params: CaseParams) => {
  const show = useShowCase(params)
  return useWrite(async (mediatorId: string, options) =>
    show(await committeeApi.proposeMediator({ params, body: { mediatorId } }, options)),
  )
}

export const useSaveChecklist = (params: CaseParams) => {
  const show = useShowCase(params)
  return useWrite(
    async (body: Checked, options) => show(await committeeApi.saveChecklist({ params, body }, options)),
    [],
    undefined,
    // Three ticks in a second are three writes: the last one holds them all, and must come last.
    `checklist ${params.caseId}`,
  )
}

export const useRecordSession = (params: CaseParams) => {
  const show = useShowCase(params)
  return useWrite(async (body: NewSession, options) =>
    show(await committeeApi.recordSession({ params, body }, options)),
  )
}

export const useDraftAgreement = (params: CaseParams) => {
  const show = useShowCase(params)
  return useWrite(async (body: NewAgreement, options) =>
    show(await committeeApi.draftAgreement({ params, body }, options)),
  )
}

export const useRecordFollowUp = (params: CaseParams & { followUpId: string }) => {
  const show = useShowCase(params)
  return useWrite(
    async (body: FollowUpSaid, options) => show(await committeeApi.recordCaseFollowUp({ params, body }, options)),
    LISTS,
  )
}

export const useSaveMediator = (communityId: string) =>
  useWrite(
    ({ mediatorId, body }: { mediatorId: string; body: NewCard }, options) =>
      committeeApi.saveMediator({ params: { communityId, mediatorId }, body }, options),
    [['mediators']],
  )

/** With whose account a card can be worked on; the names are for the committee alone. */
export const useMediatorAccounts = (communityId: string) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: ['mediators', 'accounts', communityId, personId],
    queryFn: async () => (await committeeApi.listMediatorAccounts({ params: { communityId } })).items,
  })
}

export const useMediationLedger = (communityId: string | undefined, from: string, to: string) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...WORK_KEY, 'ledger', communityId, from, to, personId],
    enabled: communityId !== undefined && from <= to,
    queryFn: () => committeeApi.getMediationLedger({ params: { communityId: communityId ?? '' }, query: { from, to } }),
  })
}
