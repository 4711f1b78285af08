import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PRIVACY_REQUESTS_KEY, type PrivacyRequest, privacyApi } from './privacy.api'
import type { NewRequest } from './request-fields'

interface Sent {
  request: NewRequest
  /** The draft's key: the same words are sent once, also after a restart. */
  attemptKey: string
}

export const useSendRequest = (communityId: string) => {
  const queryClient = useQueryClient()
  const params = { communityId }
  return useMutation<PrivacyRequest, unknown, Sent>({
    mutationFn: ({ request, attemptKey }) => {
      if (request.kind === 'correction')
        return privacyApi.requestCorrection(
          { params, body: { about: request.about, words: request.words } },
          { idempotencyKey: attemptKey },
        )
      const { about, words } = request
      return privacyApi.requestDeletion(
        { params, body: { about, ...(words === undefined ? {} : { words }) } },
        { idempotencyKey: attemptKey },
      )
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: PRIVACY_REQUESTS_KEY }),
  })
}
