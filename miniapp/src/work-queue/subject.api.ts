import type { Service } from '@little-bench/shared/communities/duty'
import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints, neighbourEndpoints } from '@little-bench/shared/issues/endpoints'
import type { neighbourContract } from '@little-bench/shared/issues/neighbour.contract'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { SUBJECT_KEY } from './desk-keys'
import type { WorkItem } from './work-item.api'

/** What an item is about: the words of whoever asked for it, and where. */
export type Subject = Pick<
  CallResult<(typeof issueContract)['getIssue']>,
  'description' | 'placeName' | 'gridCellName' | 'position' | 'attachments' | 'endorsements' | 'teamName' | 'isRedacted'
>

const issueApi = createClient<typeof issueContract>(issueEndpoints)

const neighbourApi = createClient<typeof neighbourContract>(neighbourEndpoints)

/** How each service is asked for it: the one place at the desk that knows them apart. */
const READ: Partial<Record<Service, (communityId: string, subjectId: string) => Promise<Subject>>> = {
  issues: (communityId, issueId) => issueApi.getIssue({ params: { communityId, issueId } }),
}

/** The subject of an item, whichever service it belongs to. */
export const useSubject = ({ service, communityId, subjectId }: WorkItem) => {
  const language = useDisplaySettings((settings) => settings.language)
  const read = READ[service]
  return useQuery({
    queryKey: [SUBJECT_KEY, communityId, subjectId, language],
    queryFn: read ? () => read(communityId, subjectId) : skipToken,
  })
}

/**
 * What was said before its author covered it. Each reading is written down with its reason, so it is asked for like a
 * write: never by itself, never twice.
 */
export const useOriginal = ({ communityId, subjectId: issueId }: WorkItem) =>
  useMutation({
    mutationFn: (reason: string) =>
      neighbourApi.getIssueOriginal({ params: { communityId, issueId }, query: { reason } }),
  })
