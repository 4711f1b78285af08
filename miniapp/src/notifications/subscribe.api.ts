import { subscribeEndpoints } from '@little-bench/shared/notifications/endpoints'
import type { subscribeContract } from '@little-bench/shared/notifications/subscribe.contract'
import { ASKING_TAPS, type AskingTap } from '@little-bench/shared/notifications/templates'
import { useQuery } from '@tanstack/react-query'
import { queryClient } from '../platform/query-client'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { canSubscribe } from '../platform/subscribe'
import { dropWrite, type WriteSender } from '../platform/waiting-writes'
import type { SubscribeResult } from './templates-to-ask'

/** What WeChat tells somebody is theirs, also while they act for another. */
const subscribeApi = createClient<typeof subscribeContract>(subscribeEndpoints, { actingFor: null })

export const templatesKey = (personId: string | undefined) => ['message-templates', personId] as const
export type MessageTemplates = Awaited<ReturnType<typeof subscribeApi.listMessageTemplates>>

const STALE_MS = 300_000

/** Which messages of WeChat there are, and what its owner has agreed to; nothing on the web. */
export const useMessageTemplates = () => {
  const personId = useSession((session) => session.person?.id)
  const isOwn = useSession((session) => session.actingFor === null)
  return useQuery({
    queryKey: templatesKey(personId),
    enabled: canSubscribe && personId !== undefined && isOwn,
    queryFn: () => subscribeApi.listMessageTemplates(),
    staleTime: STALE_MS,
  })
}

export const SUBSCRIBE_RESULT = 'subscribe-result'

/** As it lies on the phone until there is a network. */
export const keptResult = (tap: AskingTap, results: readonly SubscribeResult[]): Record<string, string> => ({
  tap,
  results: JSON.stringify(results),
})

/** Tells the server what was answered, once; nothing of it is shown anywhere, so nothing stays on the phone. */
export const sendSubscribeResult: WriteSender = async ({ id, personId, body }, options) => {
  const tap = ASKING_TAPS.find((each) => each === body.tap)
  if (tap) {
    const results: SubscribeResult[] = JSON.parse(body.results ?? '[]')
    const answer = await subscribeApi.recordSubscribeResult({ body: { tap, results } }, options)
    queryClient.setQueryData(templatesKey(personId), answer)
  }
  dropWrite(id)
}
