import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CallError } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { dueWords } from './item-status'
import { moveText } from './move.text'
import type { MoveKey } from './move-rules'
import { doneWords } from './move-words'
import { DESK_KEY, type MoveBody, type WorkItemRef, workItemKey, workQueueApi } from './work-item.api'
import { workQueueText } from './work-queue.text'

export interface MoveAttempt {
  body: MoveBody
  /** Which words say that it is done. */
  key: MoveKey
  /** The same for every repeat of the same body: a second tap or a retry never moves twice. */
  attemptKey: string
}

/** True when the item is no longer what the worker was looking at: somebody moved it. */
export const isConflict = (error: unknown): error is CallError =>
  error instanceof CallError && (error.code === 'stale_version' || error.code === 'move_not_allowed')

/**
 * Sends one move. The answer is the fresh item, and every list and count is read again; after a conflict the item is
 * read again before the error is shown.
 */
export const useMoveWorkItem = ({ communityId, id }: WorkItemRef, onMoved: () => void) => {
  const t = useText(moveText)
  const dueText = useText(workQueueText)
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, attemptKey }: MoveAttempt) =>
      workQueueApi
        .moveWorkItem({ params: { communityId, workItemId: id }, body }, { idempotencyKey: attemptKey })
        .catch(async (error: unknown) => {
          if (isConflict(error)) await client.refetchQueries({ queryKey: workItemKey({ communityId, id }) })
          throw error
        }),
    onSuccess: (moved, { key }) => {
      client.setQueriesData({ queryKey: workItemKey({ communityId, id }) }, moved)
      void client.invalidateQueries({ queryKey: [DESK_KEY] })
      showToast(doneWords(key, dueWords(moved, dueText), t))
      onMoved()
    },
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: [DESK_KEY] })
    },
  })
}
