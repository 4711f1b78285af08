import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

export const issueApi = createClient<typeof issueContract>(issueEndpoints)

export const ISSUE_KEY = ['issue'] as const

/** One issue as the person at this phone may see it. */
export const useIssue = (communityId: string, issueId: string) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...ISSUE_KEY, communityId, issueId, personId, language],
    queryFn: () => issueApi.getIssue({ params: { communityId, issueId } }),
    // A message says that something changed: what the phone kept is old by then.
    refetchOnMount: 'always',
  })
}

export const PUBLIC_ISSUES_KEY = ['public-issues'] as const

/** What the residents of a community made public, newest first, without names. */
export const usePublicIssues = (communityId: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...PUBLIC_ISSUES_KEY, communityId, language],
    enabled: communityId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      issueApi.listPublicIssues({
        params: { communityId: communityId ?? '' },
        query: pageParam ? { cursor: pageParam } : {},
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}
