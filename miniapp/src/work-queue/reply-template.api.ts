import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import { useQuery } from '@tanstack/react-query'
import { deskApi } from './desk.api'
import { useReader } from './work-item.api'

type Contract = typeof deskContract
export type ReplyTemplate = CallResult<Contract['listReplyTemplates']>['items'][number]
/** What is sent to write a template or a new version of it. */
export type ReplyTemplateBody = CallInput<Contract['saveReplyTemplate']>['body']

export const replyTemplatesKey = (communityId: string) => ['reply-templates', communityId]
/** Those that are offered while somebody writes to a resident. */
export const fittingTemplatesKey = (communityId: string) => ['fitting-templates', communityId]

/** Every template of a community, those taken out of use among them. */
export const useReplyTemplates = (communityId: string) => {
  const reader = useReader()
  return useQuery({
    queryKey: [...replyTemplatesKey(communityId), reader],
    queryFn: () => deskApi.listReplyTemplates({ params: { communityId } }),
    enabled: reader.personId !== null && communityId !== '',
    refetchOnMount: 'always',
  })
}
