import type { Community } from '@little-bench/shared/communities/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Draft } from '../../platform/drafts'
import { MY_ITEMS_KEY } from '../../work-queue'
import { issueApi, PUBLIC_ISSUES_KEY } from '../issue.api'
import { type ReportFields, readReport } from './report-fields'

/**
 * Sends the draft. The draft's own key goes along, so that sending the same words again after a lost answer makes no
 * second item; the draft leaves the phone only when the server has answered with a receipt.
 */
export const useSendReport = (draft: Draft<ReportFields>, community: Community | undefined) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => {
      const { place, position, visibility } = readReport(draft.fields, community)
      return issueApi.reportIssue(
        {
          params: { communityId: community?.id ?? '' },
          body: {
            serviceCode: draft.fields.serviceCode ?? '',
            description: draft.fields.words,
            visibility,
            ...(place ? { placeId: place.id } : {}),
            ...(!place && position ? { position } : {}),
          },
        },
        { idempotencyKey: draft.attemptKey },
      )
    },
    onSuccess: () => {
      draft.clear()
      void queryClient.invalidateQueries({ queryKey: MY_ITEMS_KEY })
      void queryClient.invalidateQueries({ queryKey: PUBLIC_ISSUES_KEY })
    },
  })
}
