import type { Service } from '@little-bench/shared/communities/duty'
import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import type { WorkItem } from './work-item.api'

/** What an item is about: the words of whoever asked for it, and where. */
export type Subject = Pick<
  CallResult<(typeof issueContract)['getIssue']>,
  'description' | 'placeName' | 'gridCellName' | 'position'
>

const issueApi = createClient<typeof issueContract>(issueEndpoints)

/** How each service is asked for it: the one place at the desk that knows them apart. */
const READ: Record<Service, (communityId: string, subjectId: string) => Promise<Subject>> = {
  issues: (communityId, issueId) => issueApi.getIssue({ params: { communityId, issueId } }),
}

/** The subject of an item, whichever service it belongs to. */
export const useSubject = ({ service, communityId, subjectId }: WorkItem) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['work-item-subject', communityId, subjectId, language],
    queryFn: () => READ[service](communityId, subjectId),
  })
}
