import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { mediationContract } from '@little-bench/shared/mediation/contract'
import { mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import type { DisputeKind } from '@little-bench/shared/mediation/kinds'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { downloadFile } from '../platform/download'
import { type CallOptions, createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof mediationContract
export type MediationCase = CallResult<Contract['getMediationCase']>
export type MediatorCard = CallResult<Contract['listMediators']>['items'][number]
export type CaseThread = CallResult<Contract['listCaseThreads']>['items'][number]
export type CaseRead = CallResult<Contract['listCaseReads']>['items'][number]
export type NewMediation = CallInput<Contract['requestMediation']>['body']
type InvitationAnswer = CallInput<Contract['answerInvitation']>['body']
type NewMessage = CallInput<Contract['postToThread']>['body']
type ThreadName = CaseThread['thread']

/** Nobody does any of this for somebody else. */
export const caseApi = createClient<Contract>(mediationEndpoints, { actingFor: null })

export const CASES_KEY = ['mediation-cases'] as const

/** Which case, and as whom: `token` is that of somebody invited without an account, else it is whoever is signed in. */
export interface CaseAccess {
  communityId: string
  caseId: string
  token: string | null
}

export const asParty = ({ token }: Pick<CaseAccess, 'token'>): Pick<CallOptions, 'token'> =>
  token === null ? {} : { token }
const paramsOf = ({ communityId, caseId }: CaseAccess) => ({ communityId, caseId })

/** Answers belong to whoever asked: nothing of one person is ever shown to the next. */
const useReader = (token: string | null) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return { isKnown: token !== null || personId !== undefined, key: [token ?? personId, language] }
}

export const useMediators = (
  { communityId, token }: { communityId: string | undefined; token: string | null },
  kind: DisputeKind | undefined,
) => {
  const { isKnown, key } = useReader(token)
  const query = kind === undefined ? {} : { kind }
  return useQuery({
    queryKey: ['mediators', communityId, kind, ...key],
    enabled: communityId !== undefined && isKnown,
    queryFn: async () =>
      (await caseApi.listMediators({ params: { communityId: communityId ?? '' }, query }, asParty({ token }))).items,
  })
}

export const useMyCases = () => {
  const { isKnown, key } = useReader(null)
  return useQuery({
    queryKey: [...CASES_KEY, 'mine', ...key],
    enabled: isKnown,
    queryFn: async () => (await caseApi.listMyCases({ query: { limit: 50 } })).items,
  })
}

export const useCase = (access: CaseAccess) => {
  const { isKnown, key } = useReader(access.token)
  return useQuery({
    queryKey: [...CASES_KEY, 'case', access.communityId, access.caseId, ...key],
    enabled: isKnown && access.caseId !== '',
    queryFn: () => caseApi.getMediationCase({ params: paramsOf(access) }, asParty(access)),
  })
}

export const useThreads = (access: CaseAccess) => {
  const { key } = useReader(access.token)
  return useQuery({
    queryKey: [...CASES_KEY, 'threads', access.communityId, access.caseId, ...key],
    queryFn: async () => (await caseApi.listCaseThreads({ params: paramsOf(access) }, asParty(access))).items,
  })
}

export const useCaseReads = (access: CaseAccess) => {
  const { key } = useReader(access.token)
  return useQuery({
    queryKey: [...CASES_KEY, 'reads', access.communityId, access.caseId, ...key],
    queryFn: async () => (await caseApi.listCaseReads({ params: paramsOf(access) }, asParty(access))).items,
  })
}

export const useRequestMediation = (communityId: string) =>
  useWrite(
    (body: NewMediation, options) => caseApi.requestMediation({ params: { communityId }, body }, options),
    [CASES_KEY],
  )

export const useAskForHelpCall = (communityId: string) =>
  useWrite((phone: string | undefined, options) =>
    caseApi.askForHelpCall({ params: { communityId }, body: phone === undefined ? {} : { phone } }, options),
  )

export const useAnswerInvitation = (access: CaseAccess) =>
  useWrite(
    (body: InvitationAnswer, options) =>
      caseApi.answerInvitation({ params: paramsOf(access), body }, { ...options, ...asParty(access) }),
    [CASES_KEY],
  )

export const useChooseMediators = (access: CaseAccess) =>
  useWrite(
    (trustedMediatorIds: string[], options) =>
      caseApi.chooseMediators(
        { params: paramsOf(access), body: { trustedMediatorIds } },
        { ...options, ...asParty(access) },
      ),
    [CASES_KEY],
  )

export const useAnswerProposal = (access: CaseAccess) =>
  useWrite(
    (accept: boolean, options) =>
      caseApi.answerProposal({ params: paramsOf(access), body: { accept } }, { ...options, ...asParty(access) }),
    [CASES_KEY],
  )

export const useLeaveCase = (access: CaseAccess) =>
  useWrite(
    (version: number, options) =>
      caseApi.moveMediationCase(
        { params: paramsOf(access), body: { move: 'withdraw', version } },
        { ...options, ...asParty(access) },
      ),
    [CASES_KEY],
  )

export const usePostToThread = (access: CaseAccess, thread: ThreadName) =>
  useWrite(
    (body: NewMessage, options) =>
      caseApi.postToThread({ params: { ...paramsOf(access), thread }, body }, { ...options, ...asParty(access) }),
    [[...CASES_KEY, 'threads']],
  )

export const useConfirmAgreement = (access: CaseAccess) =>
  useWrite(
    (version: number, options) =>
      caseApi.confirmAgreement({ params: paramsOf(access), body: { version } }, { ...options, ...asParty(access) }),
    [CASES_KEY],
  )

/** The name of the file says nothing of what it is: it lies among other downloads. */
export const downloadAgreement = (access: CaseAccess, format: 'pdf' | 'docx', receiptNumber: string): Promise<void> =>
  downloadFile(mediationEndpoints.downloadAgreement, {
    params: paramsOf(access),
    query: { format },
    fileName: `${receiptNumber}.${format}`,
    onProgress: () => undefined,
    options: { actingFor: null, ...asParty(access) },
  })
