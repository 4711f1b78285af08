import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { ConsentPurpose } from '@little-bench/shared/privacy/consents'
import type { privacyContract } from '@little-bench/shared/privacy/contract'
import { privacyEndpoints } from '@little-bench/shared/privacy/endpoints'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof privacyContract
export type Consent = CallResult<Contract['listConsents']>['items'][number]

const consentApi = createClient<Contract>(privacyEndpoints)

export const CONSENTS_KEY = ['consents'] as const

/** What the person whose business it is has agreed to, and what they could agree to. */
export const useConsents = (isWanted = true) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...CONSENTS_KEY, personId, language],
    enabled: isWanted && personId !== undefined,
    queryFn: async () => (await consentApi.listConsents()).items,
  })
}

/** `version` names the words that were read; others may be in force by now. */
export const useGiveConsent = () =>
  useWrite(
    (body: { purpose: ConsentPurpose; version: string }, options) => consentApi.giveConsent({ body }, options),
    [CONSENTS_KEY],
  )

export const useWithdrawConsent = () =>
  useWrite(
    (purpose: ConsentPurpose, options) => consentApi.withdrawConsent({ params: { purpose } }, options),
    [CONSENTS_KEY],
  )
