import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { counterContract } from '@little-bench/shared/people/counter.contract'
import { counterEndpoints } from '@little-bench/shared/people/endpoints'
import { useQuery } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { type AssistSession, useLastAssist } from './last-assist'

type Contract = typeof counterContract
export type FoundResident = CallResult<Contract['registerResident']>

/** What staff do as themselves: the server refuses it to whoever acts for somebody. */
export const counterApi = createClient<Contract>(counterEndpoints, { actingFor: null })

export const ASSIST_KEY = ['assist-session'] as const
/** Everything that was read for the person who is helped. */
export const RESIDENT_KEY = 'assisted-resident'

export const assistKeyOf = (personId: string | undefined) => [...ASSIST_KEY, personId]

/** The session that the signed-in staff person has open; null without one. */
export const useAssistSession = () => {
  const personId = useSession(({ person }) => person?.id)
  return useQuery<AssistSession | null>({
    queryKey: assistKeyOf(personId),
    enabled: personId !== undefined,
    queryFn: async () => {
      const { session } = await counterApi.getAssistSession()
      if (session) useLastAssist.getState().remember(personId, session)
      return session
    },
    // A colleague at the same account, or the person who is helped, may have ended it.
    refetchOnMount: 'always',
  })
}
