import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import type { CallOptions } from '../platform/request'
import { useSession } from '../platform/session'

/**
 * Sends something once: after a lost answer the same words for the same person go with the same key, other words and the
 * next time with a new one. Whatever comes back, the answers named by `refreshes` are asked for again.
 */
export const useWrite = <Input, Result>(
  send: (input: Input, options: CallOptions) => Promise<Result>,
  refreshes: readonly QueryKey[],
) => {
  const queryClient = useQueryClient()
  const last = useRef({ words: '', key: '' })
  return useMutation({
    mutationFn: (input: Input) => {
      const words = JSON.stringify([useSession.getState().actingFor?.id, input])
      if (last.current.words !== words) last.current = { words, key: newAttemptKey() }
      return send(input, { idempotencyKey: last.current.key })
    },
    onSuccess: () => {
      last.current = { words: '', key: '' }
    },
    // Not awaited: a card that the new list moves elsewhere still says what became of it.
    onSettled: () => {
      for (const queryKey of refreshes) void queryClient.invalidateQueries({ queryKey })
    },
  })
}
