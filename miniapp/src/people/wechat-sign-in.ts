import { signInEndpoints } from '@little-bench/shared/people/endpoints'
import type { SignedIn, signInContract } from '@little-bench/shared/people/sign-in.contract'
import { CallError } from '../platform/call-error'
import { useNetwork } from '../platform/network-state'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { renewSessionsWith } from '../platform/session-renewal'
import { isInWechat, takeWechatCode } from '../platform/wechat'

const signInApi = createClient<typeof signInContract>(signInEndpoints, { actingFor: null, token: null })

export interface NewAccount {
  communityId: string
  name?: string
  policyVersion: string
}

let running: Promise<SignedIn> | undefined

/** Signs in by what WeChat knows. One at a time: whoever taps while the app does so by itself waits for the same. */
export const signInByWechat = async (account?: NewAccount): Promise<SignedIn> => {
  if (account) {
    await running?.catch(() => undefined)
    return signInWithCode(account)
  }
  running ??= signInWithCode().finally(() => {
    running = undefined
  })
  return running
}

/** A code that has grown too old on the way is worth one more. */
const signInWithCode = (account?: NewAccount): Promise<SignedIn> =>
  sendCode(account).catch((error: unknown) => {
    if (error instanceof CallError && error.code === 'wechat_code_invalid') return sendCode(account)
    throw error
  })

const sendCode = async (account?: NewAccount): Promise<SignedIn> => {
  const code = await takeWechatCode()
  if (code === undefined) throw new CallError('network_unreachable', 0)
  return signInApi.signInWithWechat({ body: { code, ...(account ? { account } : {}) } })
}

/**
 * In the mini-program whoever has an account is signed in without a screen: when it opens, when a network comes, and when
 * a session has run out. Nobody is asked anything; whoever is unknown or has signed out is a guest. Calls `onSignedIn`
 * when somebody is signed in who was not.
 */
export const watchSignIn = (onSignedIn: () => void): void => {
  if (!isInWechat) return
  renewSessionsWith(async () => {
    const { token, person, desk, expiresAt } = await signInByWechat()
    return { token, personId: person.id, desk, expiresAt }
  })
  let isAnswered = false
  const trySilently = async () => {
    if (isAnswered || !isGuest()) return
    try {
      const { token, person, desk, expiresAt } = await signInByWechat()
      if (!isGuest()) return
      useSession.getState().begin(token, person, { desk, expiresAt })
      onSignedIn()
    } catch (error) {
      // An answer is an answer: only a call that never arrived is made again.
      isAnswered = error instanceof CallError && error.status !== 0
    }
  }
  void trySilently()
  useNetwork.subscribe(({ isOnline }) => {
    if (isOnline) void trySilently()
  })
}

const isGuest = () => {
  const { token, hasLeft } = useSession.getState()
  return token === null && !hasLeft
}
