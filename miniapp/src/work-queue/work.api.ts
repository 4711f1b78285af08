import { workEndpoints } from '@little-bench/shared/issues/endpoints'
import type { workContract } from '@little-bench/shared/issues/work.contract'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof workContract
export type Work = CallResult<Contract['listWorks']>['items'][number]
type SaveInput = CallInput<Contract['saveWork']>

const workApi = createClient<Contract>(workEndpoints)

const WORKS_KEY = ['works'] as const

/** What is built or mended for one issue, as the person at this phone may see it. */
export const useWorks = (communityId: string, issueId: string) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...WORKS_KEY, communityId, issueId, personId, language],
    queryFn: async () => (await workApi.listWorks({ params: { communityId, issueId } })).items,
    refetchOnMount: 'always',
  })
}

/** Records what a work costs and shows; whatever comes back, the newest record is then on the page. */
export const useSaveWork = (params: SaveInput['params']) =>
  useWrite((body: SaveInput['body'], options) => workApi.saveWork({ params, body }, options), [WORKS_KEY])
