import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyWithFiles } from '../files'
import { deskApi } from './desk.api'
import { fittingTemplatesKey } from './reply-template.api'
import { DESK_KEY, useReader, type WorkItem, workItemKey, workQueueApi } from './work-item.api'

interface Words {
  body: string
  /** Photos that go with them. */
  fileIds: string[]
  /** The same words are written once, however often they are sent. */
  attemptKey: string
}

/** Writes to colleagues (`note`) or to the resident (`reply`); the answer is the item with the new line. */
export const useWriteWords = ({ communityId, id }: WorkItem, kind: 'note' | 'reply') => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, fileIds, attemptKey }: Words) => {
      const call = { params: { communityId, workItemId: id }, body: { body, fileIds } }
      const options = { idempotencyKey: keyWithFiles(attemptKey, fileIds) }
      return kind === 'note' ? workQueueApi.addNote(call, options) : workQueueApi.addReply(call, options)
    },
    onSuccess: (written) => {
      client.setQueriesData({ queryKey: workItemKey({ communityId, id }) }, written)
      void client.invalidateQueries({ queryKey: [DESK_KEY] })
    },
  })
}

const STALE_MS = 60_000

/** Reply templates of the item's community that fit its category and state, while somebody writes. */
export const useFittingTemplates = ({ communityId, serviceCode, state }: WorkItem, isWanted: boolean) => {
  const reader = useReader()
  return useQuery({
    queryKey: [...fittingTemplatesKey(communityId), reader],
    queryFn: () => deskApi.listReplyTemplates({ params: { communityId } }),
    enabled: isWanted,
    staleTime: STALE_MS,
    select: ({ items }) =>
      items.filter(
        ({ isRetired, serviceCodes, states }) =>
          !isRetired &&
          (serviceCodes.length === 0 || serviceCodes.includes(serviceCode)) &&
          (states.length === 0 || states.includes(state)),
      ),
  })
}
export type FittingTemplate = NonNullable<ReturnType<typeof useFittingTemplates>['data']>[number]
