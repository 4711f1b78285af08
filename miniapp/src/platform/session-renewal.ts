import type { Desk } from '@little-bench/shared/people/sign-in'
import { useSession } from './session'

export interface Renewal {
  token: string
  personId: string
  desk: Desk
  expiresAt: string
}

let renew: (() => Promise<Renewal>) | undefined
let last: { over: string; renewed: Promise<string | undefined> } | undefined

/** Where somebody can be signed in without a screen, this is how. Returns how to stop. */
export const renewSessionsWith = (how: () => Promise<Renewal>): (() => void) => {
  renew = how
  return () => {
    renew = undefined
  }
}

/**
 * The server says that the session of this token is over. One that has run out goes on, where it can, with a new token for
 * the same person, for all calls that find it out at once. One that was ended, on another device or by whoever took a role
 * back, is over: nobody is signed in until they do so themselves. Gives the new token.
 */
export const sessionIsOver = (token: string | null): Promise<string | undefined> => {
  if (token === null) return Promise.resolve(undefined)
  if (last?.over === token) return last.renewed
  if (token !== useSession.getState().token) return Promise.resolve(undefined)
  if (!renew) {
    useSession.getState().end()
    return Promise.resolve(undefined)
  }
  if (!hasRunOut()) {
    useSession.getState().leave()
    return Promise.resolve(undefined)
  }
  last = { over: token, renewed: goOn(token, renew) }
  return last.renewed
}

const hasRunOut = () => {
  const { expiresAt } = useSession.getState()
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now()
}

const goOn = async (token: string, how: () => Promise<Renewal>): Promise<string | undefined> => {
  const renewal = await how().catch(() => undefined)
  const now = useSession.getState()
  // Meanwhile they may have signed out, or somebody else in.
  if (now.token !== token) return undefined
  // Nobody becomes somebody else in the midst of what they do.
  if (renewal?.personId !== now.person?.id || !renewal) {
    now.end()
    return undefined
  }
  now.goOnWith(renewal.token, renewal)
  return renewal.token
}
