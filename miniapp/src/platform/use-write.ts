import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newAttemptKey } from './attempt-key'
import type { CallOptions } from './request'
import { useSession } from './session'

/**
 * Sends something once: after a lost answer the same words for the same person go with the same key, other words and the
 * next time with a new one, so that a lost answer makes nothing twice. Whatever comes back, the answers named by
 * `refreshes` are asked for again; `onError` is told of each refusal. Writes that share a `turn` never overtake each other.
 */
export const useWrite = <Input, Result>(
  send: (input: Input, options: CallOptions) => Promise<Result>,
  refreshes: readonly QueryKey[] = [],
  onError?: (error: unknown) => void,
  turn?: string,
) => {
  const queryClient = useQueryClient()
  const last = useRef({ words: '', key: '' })
  return useMutation<Result, unknown, Input>({
    ...(turn !== undefined && { scope: { id: turn } }),
    mutationFn: (input) => {
      const words = JSON.stringify([useSession.getState().actingFor?.id, input])
      if (last.current.words !== words) last.current = { words, key: newAttemptKey() }
      return send(input, { idempotencyKey: last.current.key })
    },
    onSuccess: () => {
      last.current = { words: '', key: '' }
    },
    onError: (error) => onError?.(error),
    // Not awaited: a card that the new list moves elsewhere still says what became of it.
    onSettled: () => {
      for (const queryKey of refreshes) void queryClient.invalidateQueries({ queryKey })
    },
  })
}
