import type { QueryClient } from '@tanstack/react-query'
import { useSession } from './session'

/**
 * Whenever it becomes somebody else's business, forgets every answer and asks again for what is on the screen, so that
 * nothing of one person is ever shown under the name of another. An answer that is still on its way is thrown away.
 * Must be called before any page subscribes to the session. Returns how to stop.
 */
export const forgetAnswersOnSwitch = (queryClient: QueryClient): (() => void) =>
  useSession.subscribe((now, before) => {
    if (now.actingFor?.id === before.actingFor?.id) return
    void queryClient.resetQueries()
  })
