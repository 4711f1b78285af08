import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import type { WorkItem } from './work-item.api'

const issueApi = createClient<typeof issueContract>(issueEndpoints)

export type IssueSubject = CallResult<(typeof issueContract)['getIssue']>

/** What the resident wrote and where, for an item of the service `issues`. */
export const useIssueSubject = ({ service, communityId, subjectId }: WorkItem) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['work-item-subject', communityId, subjectId, language],
    queryFn: () => issueApi.getIssue({ params: { communityId, issueId: subjectId } }),
    enabled: service === 'issues',
  })
}
