import { useMutation, useQueryClient } from '@tanstack/react-query'
import { SUBJECT_KEY } from './desk-keys'
import { DESK_KEY, type WorkItem, workItemKey, workQueueApi } from './work-item.api'

interface Transcript {
  transcript: string
  attemptKey: string
}

/** Writes down what a voice note of an item says; the answer is the item with it. */
export const useTranscribe = ({ communityId, id }: WorkItem, fileId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ transcript, attemptKey }: Transcript) =>
      workQueueApi.transcribeVoiceNote(
        { params: { communityId, workItemId: id, fileId }, body: { transcript } },
        { idempotencyKey: attemptKey },
      ),
    onSuccess: (written) => {
      client.setQueriesData({ queryKey: workItemKey({ communityId, id }) }, written)
      void client.invalidateQueries({ queryKey: [SUBJECT_KEY] })
      void client.invalidateQueries({ queryKey: [DESK_KEY] })
    },
  })
}
