import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { privacyContract } from '@little-bench/shared/privacy/contract'
import { privacyEndpoints } from '@little-bench/shared/privacy/endpoints'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { downloadFile } from '../platform/download'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof privacyContract
export type PrivacyRequest = CallResult<Contract['listPrivacyRequests']>['items'][number]
export type DataFormat = NonNullable<NonNullable<CallInput<Contract['exportMyData']>['query']>['format']>

export const privacyApi = createClient<Contract>(privacyEndpoints)

export const PRIVACY_REQUESTS_KEY = ['privacy-requests'] as const

/** What the person whose business it is has asked to be corrected or deleted, newest first. */
export const usePrivacyRequests = () => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...PRIVACY_REQUESTS_KEY, personId, language],
    enabled: personId !== undefined,
    queryFn: async () => (await privacyApi.listPrivacyRequests()).items,
  })
}

/** The name of the file says nothing of whose it is: it lies among other downloads. Rejects with CallError. */
export const downloadMyData = (format: DataFormat, today: string): Promise<void> =>
  downloadFile(privacyEndpoints.exportMyData, {
    params: {},
    query: { format },
    fileName: `my-data-${today}.${format}`,
    onProgress: () => undefined,
  })
