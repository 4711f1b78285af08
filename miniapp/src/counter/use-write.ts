import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { CallError } from '../platform/call-error'
import { ASSIST_KEY } from './counter.api'

const SESSION_OVER = new Set(['assist_session_missing', 'proxy_grant_missing'])

/**
 * A write that may be repeated: the same words go with the same key until they have arrived, so that a lost answer makes
 * nothing twice. What `refresh` names is read again whatever came back; a refusal for want of a session looks whether
 * there still is one.
 */
export const useWrite = <Words, Answer>(
  send: (words: Words, options: { idempotencyKey: string }) => Promise<Answer>,
  refresh: readonly QueryKey[] = [],
) => {
  const client = useQueryClient()
  const attempt = useRef<{ said: string; key: string }>()
  return useMutation<Answer, unknown, Words>({
    mutationFn: async (words) => {
      const said = JSON.stringify(words)
      const sent = attempt.current?.said === said ? attempt.current : { said, key: newAttemptKey() }
      attempt.current = sent
      const answer = await send(words, { idempotencyKey: sent.key })
      attempt.current = undefined
      return answer
    },
    onError: (error) => {
      if (error instanceof CallError && SESSION_OVER.has(error.code)) {
        void client.invalidateQueries({ queryKey: ASSIST_KEY })
      }
    },
    onSettled: () => {
      for (const queryKey of refresh) void client.invalidateQueries({ queryKey })
    },
  })
}
