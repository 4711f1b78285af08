import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { CallError } from '../platform/call-error'
import type { CallOptions } from '../platform/request'
import { useWrite } from '../platform/use-write'
import { ASSIST_KEY } from './counter.api'

const SESSION_OVER = new Set(['assist_session_missing', 'proxy_grant_missing'])

/** A write at the counter: a refusal for want of a session looks whether there still is one. */
export const useCounterWrite = <Input, Result>(
  send: (input: Input, options: CallOptions) => Promise<Result>,
  refreshes: readonly QueryKey[] = [],
) => {
  const queryClient = useQueryClient()
  return useWrite(send, refreshes, (error) => {
    if (error instanceof CallError && SESSION_OVER.has(error.code)) {
      void queryClient.invalidateQueries({ queryKey: ASSIST_KEY })
    }
  })
}
