import type { AskingTap } from '@little-bench/shared/notifications/templates'
import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '../platform/session'
import { askToSubscribe } from '../platform/subscribe'
import { addWrite } from '../platform/waiting-writes'
import { keptResult, type MessageTemplates, SUBSCRIBE_RESULT, templatesKey, useMessageTemplates } from './subscribe.api'
import { afterResults, resultsOf, templatesToAsk } from './templates-to-ask'

/**
 * Asks, in the very tap that sends something, whether WeChat may tell how it goes on. Call it first in the tap, before
 * anything is waited for: it answers at once, and what it asks never keeps the tap from its work. Gives true where WeChat
 * is switched off for all of this, once that is known.
 */
export const useAskToTell = (): ((tap: AskingTap) => Promise<boolean>) => {
  const queryClient = useQueryClient()
  const templates = useMessageTemplates()
  const personId = useSession((session) => session.person?.id)
  return async (tap) => {
    const items = templates.data?.items ?? []
    const asked = templatesToAsk(tap, items)
    if (asked.length === 0) return false
    const answers = await askToSubscribe(asked)
    if (answers === undefined || answers === 'off') return answers === 'off'
    const results = resultsOf(asked, answers)
    if (results.length === 0) return false
    queryClient.setQueryData<MessageTemplates>(
      templatesKey(personId),
      (before) => before && { ...before, items: afterResults(before.items, results) },
    )
    addWrite(SUBSCRIBE_RESULT, keptResult(tap, results), new Date())
    return false
  }
}
