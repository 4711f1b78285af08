import { useMutation, useQueryClient } from '@tanstack/react-query'
import { deskApi, type FollowUp, type FollowUpBody } from './desk.api'
import { DESK_KEY } from './desk-keys'
import { workItemKey } from './work-item.api'

interface Recording {
  body: FollowUpBody
  /** The same for every repeat of the same words. */
  attemptKey: string
}

/** Keeps what the resident said on the telephone; lists, counts and the item are read again, also after a refusal. */
export const useRecordFollowUp = ({ id, communityId, workItemId }: FollowUp) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, attemptKey }: Recording) =>
      deskApi.recordFollowUp({ params: { communityId, followUpId: id }, body }, { idempotencyKey: attemptKey }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: [DESK_KEY] })
      void client.invalidateQueries({ queryKey: workItemKey({ communityId, id: workItemId }) })
    },
  })
}
