import { signInEndpoints } from '@little-bench/shared/people/endpoints'
import type { SignedIn, signInContract } from '@little-bench/shared/people/sign-in.contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { type NewAccount, signInByWechat } from './wechat-sign-in'

/** Without whoever was signed in before: a session that is over must not keep anybody from a new one. */
const signInApi = createClient<typeof signInContract>(signInEndpoints, { actingFor: null, token: null })

/** In which ways one can sign in at this server. */
export const useSignInWays = () =>
  useQuery({ queryKey: ['sign-in-ways'], queryFn: () => signInApi.getSignInWays(), staleTime: 300_000 })

/** Has a code sent to a number; the answer does not say whether anybody here has it. */
export const useRequestPhoneCode = () =>
  useMutation({ mutationFn: (phone: string) => signInApi.requestPhoneCode({ body: { phone } }) })

/** By what somebody shows who they are. */
export type Proof = { way: 'wechat' } | { way: 'phone'; requestId: string; code: string }

interface SignInAttempt {
  proof: Proof
  /** Sent by whoever wants an account and has none. */
  account?: NewAccount
}

const signInBy = ({ proof, account }: SignInAttempt): Promise<SignedIn> => {
  if (proof.way === 'wechat') return signInByWechat(account)
  const { requestId, code } = proof
  return signInApi.signInWithPhoneCode({ body: { requestId, code, ...(account ? { account } : {}) } })
}

export const useSignInBy = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: signInBy,
    onSuccess: ({ token, person, desk, expiresAt }) => {
      useSession.getState().begin(token, person, { desk, expiresAt })
      void queryClient.invalidateQueries()
    },
  })
}
