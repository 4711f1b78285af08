import { signInEndpoints } from '@little-bench/shared/people/endpoints'
import type { signInContract } from '@little-bench/shared/people/sign-in.contract'
import type { privacyContract } from '@little-bench/shared/privacy/contract'
import { privacyEndpoints } from '@little-bench/shared/privacy/endpoints'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

// An account is its owner's alone, also while they act for somebody.
const accountApi = createClient<typeof signInContract>(signInEndpoints, { actingFor: null })
const privacyApi = createClient<typeof privacyContract>(privacyEndpoints, { actingFor: null })

export const ACCOUNT_KEY = ['account'] as const
export const SESSIONS_KEY = ['sessions'] as const

/** What is bound to the account of whoever is signed in. */
export const useAccount = () => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...ACCOUNT_KEY, personId],
    enabled: personId !== undefined,
    queryFn: () => accountApi.getMyAccount(),
  })
}

/** What proves that a number is theirs. */
export type PhoneProof = { wechatPhoneCode: string } | { requestId: string; code: string }

/** Binds a number; two accounts may become one, and then it is that person who is signed in. */
export const useBindPhone = () => {
  const queryClient = useQueryClient()
  const binding = useWrite(
    (proof: PhoneProof, options) => accountApi.bindPhone({ body: proof }, options),
    [ACCOUNT_KEY],
  )
  return {
    ...binding,
    bind: (proof: PhoneProof, onBound: (wasMerged: boolean) => void) =>
      binding.mutate(proof, {
        onSuccess: ({ person, account, wasMerged }) => {
          useSession.getState().know(person, { desk: account.desk })
          if (wasMerged) void queryClient.invalidateQueries()
          onBound(wasMerged)
        },
      }),
  }
}

/** Where they are signed in, this phone first. */
export const useSessions = () => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...SESSIONS_KEY, personId],
    enabled: personId !== undefined,
    queryFn: () => accountApi.listSessions(),
  })
}

/** Ends some of them, one after the other. */
export const useEndSessions = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const sessionId of ids) await accountApi.endOtherSession({ params: { sessionId } })
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: SESSIONS_KEY }),
  })
}

/** Closes the account. Nobody is signed in afterwards; the answer says what is kept, and why. */
export const useCloseAccount = () => {
  const queryClient = useQueryClient()
  const language = useDisplaySettings((settings) => settings.language)
  return useMutation({
    mutationFn: () => privacyApi.closeAccount({ body: { isSure: true } }, { language }),
    onSuccess: () => {
      useSession.getState().leave()
      queryClient.clear()
    },
  })
}
