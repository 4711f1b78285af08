import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { DESK_KEY } from './desk-keys'
import { inboxText } from './inbox.text'
import { type WorkItem, workItemKey, workQueueApi } from './work-item.api'

/**
 * 「接下一件」: takes the most urgent item that nobody has. After a lost answer the same key is sent again, so that
 * nobody ends up with two.
 */
export const useClaimNext = (queueId: string, onClaimed: (item: WorkItem) => void) => {
  const t = useText(inboxText)
  const client = useQueryClient()
  const [key, setKey] = useState(newAttemptKey)
  return useMutation({
    mutationFn: () => workQueueApi.claimNextItem({ params: { queueId } }, { idempotencyKey: `${key}-${queueId}` }),
    onSuccess: ({ item }) => {
      setKey(newAttemptKey())
      void client.invalidateQueries({ queryKey: [DESK_KEY] })
      if (!item) {
        showToast(t('claimNextNone'))
        return
      }
      client.setQueriesData({ queryKey: workItemKey(item) }, item)
      showToast(t('claimNextDone', { title: item.title }))
      onClaimed(item)
    },
  })
}
export type ClaimNext = ReturnType<typeof useClaimNext>
