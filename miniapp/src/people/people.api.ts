import type { peopleContract } from '@little-bench/shared/people/contract'
import { peopleEndpoints } from '@little-bench/shared/people/endpoints'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CallError } from '../platform/call-error'
import { useDisplaySettings } from '../platform/display-settings'
import { HOME_PAGE, restartAt } from '../platform/navigation'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

const peopleApi = createClient<typeof peopleContract>(peopleEndpoints)

/** The demonstration people; null when this server does not offer any (outside a demonstration). */
export const useDemoPeople = () => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['demo-people', language],
    queryFn: () =>
      peopleApi.listDemoPeople().catch((error: unknown) => {
        if (error instanceof CallError && error.status === 404) return null
        throw error
      }),
  })
}

export const useSignIn = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (personId: string) => {
      // Nobody signs in or out for somebody else.
      useSession.getState().actFor(null)
      return peopleApi.startDemoSession({ body: { personId } })
    },
    onSuccess: ({ token, person }) => {
      useSession.getState().begin(token, person)
      void queryClient.invalidateQueries()
    },
  })
}

/** Roles change while somebody is signed in; the phone's copy is only for the first second. */
export const useMe = () => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['me', personId, language],
    enabled: personId !== undefined,
    queryFn: () => peopleApi.getMe(),
  })
}

/** Signs out here, or everywhere. This phone forgets the person even when the server cannot be reached. What was theirs is left. */
export const useSignOut = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (where: 'here' | 'everywhere') => {
      useSession.getState().actFor(null)
      if (where === 'everywhere') return peopleApi.endAllSessions()
      return peopleApi.endSession().catch(() => undefined)
    },
    onSuccess: () => {
      useSession.getState().leave()
      queryClient.clear()
      // Here and not where it was tapped: that part of the page is gone with whoever was signed in.
      restartAt(HOME_PAGE)
    },
  })
}
