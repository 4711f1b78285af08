import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { pensionContract } from '@little-bench/shared/pension/contract'
import { pensionEndpoints } from '@little-bench/shared/pension/endpoints'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { type CallOptions, createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof pensionContract
export type ProofOfLife = CallResult<Contract['getProofOfLife']>
export type Channel = ProofOfLife['channels'][number]
export type Office = ProofOfLife['offices'][number]
export type Visit = NonNullable<ProofOfLife['visit']>
export type TriageAnswers = CallInput<Contract['saveProofOfLifeWay']>['body']
export type ProofDone = CallInput<Contract['recordProofOfLifeDone']>['body']
export type NewVisit = CallInput<Contract['requestHomeVisit']>['body']
export type CodeCheck = CallResult<Contract['verifyVisitCode']>

const pensionApi = createClient<Contract>(pensionEndpoints)

export const PROOF_KEY = ['proof-of-life'] as const

/** Where somebody stands: whoever is signed in, or the person they act for. */
export const useProof = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const principalId = useSession((session) => session.actingFor?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...PROOF_KEY, communityId, personId, principalId, language],
    enabled: communityId !== undefined && personId !== undefined,
    queryFn: () => pensionApi.getProofOfLife({ params: { communityId: communityId ?? '' } }),
  })
}

/** What to paste into a group; nobody has to be signed in. */
export const useGroupText = (communityId: string, isWanted: boolean) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['proof-group-text', communityId, language],
    enabled: isWanted,
    queryFn: async () => (await pensionApi.getGroupText({ params: { communityId } })).text,
  })
}

/** After each write how things stand is read again. */
const useProofWrite = <Input>(send: (input: Input, options: CallOptions) => Promise<ProofOfLife>) =>
  useWrite(send, [PROOF_KEY])

export const useSaveWay = (communityId: string) =>
  useProofWrite((body: TriageAnswers, options) =>
    pensionApi.saveProofOfLifeWay({ params: { communityId }, body }, options),
  )

export const useRecordDone = (communityId: string) =>
  useProofWrite((body: ProofDone, options) =>
    pensionApi.recordProofOfLifeDone({ params: { communityId }, body }, options),
  )

export const useRequestVisit = (communityId: string) =>
  useProofWrite((body: NewVisit, options) => pensionApi.requestHomeVisit({ params: { communityId }, body }, options))

interface VisitRef {
  communityId: string
  visitId: string
}

export const useRescheduleVisit = (params: VisitRef) =>
  useProofWrite((body: { notOn: string[]; note?: string }, options) =>
    pensionApi.rescheduleVisit({ params, body }, options),
  )

export const useCancelVisit = (params: VisitRef) =>
  useProofWrite((_nothing: undefined, options) => pensionApi.cancelHomeVisit({ params }, options))

/** A wrong code that was not answered is sent again as the same try. */
export const useVerifyCode = (params: VisitRef) =>
  useWrite((code: string, options) => pensionApi.verifyVisitCode({ params, body: { code } }, options), [PROOF_KEY])
