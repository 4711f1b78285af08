import { neighbourEndpoints } from '@little-bench/shared/issues/endpoints'
import type { neighbourContract } from '@little-bench/shared/issues/neighbour.contract'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { useNetwork } from '../platform/network-state'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { MY_ITEMS_KEY } from '../work-queue'
import { ISSUE_KEY, PUBLIC_ISSUES_KEY } from './issue.api'
import type { NewReport } from './report/new-report'

export const neighbourApi = createClient<typeof neighbourContract>(neighbourEndpoints)

export type LikelyDuplicate = CallResult<(typeof neighbourContract)['findDuplicates']>['items'][number]

const DUPLICATES_KEY = ['duplicate-issues'] as const

/** Public issues that are likely the same as what somebody is about to report; none without a network. */
export const useDuplicates = (
  communityId: string,
  { serviceCode, placeId, position }: NewReport,
): LikelyDuplicate[] => {
  const isOnline = useNetwork((network) => network.isOnline)
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  const where = { ...(placeId ? { placeId } : {}), ...position }
  const { data } = useQuery({
    queryKey: [...DUPLICATES_KEY, communityId, serviceCode, where, personId, language],
    enabled: isOnline && serviceCode !== '',
    queryFn: () => neighbourApi.findDuplicates({ params: { communityId }, query: { serviceCode, ...where } }),
    // It may help, and nobody waits for it.
    retry: false,
  })
  return data?.items ?? []
}

/** What neighbours would see, as the server says it; undefined where it cannot be asked now. */
export const usePreview = (communityId: string, report: NewReport) => {
  const isOnline = useNetwork((network) => network.isOnline)
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  const { data } = useQuery({
    queryKey: ['issue-preview', communityId, report, personId, language],
    enabled: isOnline && personId !== undefined && report.visibility === 'public' && report.description !== '',
    queryFn: () => neighbourApi.previewIssue({ params: { communityId }, body: report }),
    retry: false,
  })
  return data
}

interface IssueRef {
  communityId: string
  id: string
}

/** Says 我也一样 (`endorse`) or takes it back. */
export const useEndorsing = ({ communityId, id }: IssueRef) => {
  const client = useQueryClient()
  return useWrite(
    async (what: 'endorse' | 'withdraw', options) => {
      const call = { params: { communityId, issueId: id } }
      const write = what === 'endorse' ? neighbourApi.endorseIssue : neighbourApi.withdrawEndorsement
      const answer = await write(call, options)
      // The button turns at once; the rest of the page follows when it is read again.
      client.setQueriesData({ queryKey: [...ISSUE_KEY, communityId, id] }, (issue: object | undefined) =>
        issue ? { ...issue, ...answer, canEndorse: !answer.isEndorsed } : issue,
      )
      return answer
    },
    [ISSUE_KEY, PUBLIC_ISSUES_KEY, DUPLICATES_KEY],
  )
}

interface Redaction {
  description: string
  hiddenFileIds: string[]
}

/** Hides parts of one's own issue from everybody. */
export const useRedacting = ({ communityId, id }: IssueRef) =>
  useWrite(
    (body: Redaction, options) => neighbourApi.redactIssue({ params: { communityId, issueId: id }, body }, options),
    [ISSUE_KEY, PUBLIC_ISSUES_KEY, MY_ITEMS_KEY],
  )
