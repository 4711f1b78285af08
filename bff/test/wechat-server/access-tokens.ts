import { randomBytes } from 'node:crypto'
import { type Answer, type Call, refusal, textOf } from './answer.ts'

/** A new token is made when the present one has less than this left; the old one goes on until it ends. */
const ROTATION_SECONDS = 300
const LIFE_SECONDS = 7_200
const FORCED_PAUSE_SECONDS = 30
const FORCED_PER_DAY = 20

interface Token {
  text: string
  endsAt: number
  isRevoked: boolean
}

export interface AccessTokens {
  /** `stable_token`. */
  fetch(call: Call): Answer
  /** What is wrong with the token of a call; undefined when nothing is. */
  problemOf(call: Call): Answer | undefined
  /** All of them are of no use from now on, as after a forced refresh somewhere else. */
  revokeAll(): void
  /** How often a token was asked for, and how many different ones there were. */
  counts(): { fetched: number; made: number }
}

export interface Account {
  appId: string
  secret: string
}

export const createAccessTokens = (account: Account, now: () => number): AccessTokens => {
  const tokens: Token[] = []
  const forcedAt: number[] = []
  let fetched = 0

  const make = (): Token => {
    // As long as the documentation asks to keep room for.
    const token = {
      text: randomBytes(384).toString('base64url'),
      endsAt: now() + LIFE_SECONDS * 1000,
      isRevoked: false,
    }
    tokens.push(token)
    return token
  }
  const secondsLeft = ({ endsAt }: Token): number => Math.floor((endsAt - now()) / 1000)
  const current = (): Token => {
    const last = tokens.at(-1)
    return last && !last.isRevoked && secondsLeft(last) >= ROTATION_SECONDS ? last : make()
  }
  const revokeAll = () => {
    for (const token of tokens) token.isRevoked = true
  }

  const problemOfForcing = (): Answer | undefined => {
    const [today, lately] = [now() - 86_400_000, now() - FORCED_PAUSE_SECONDS * 1000]
    if (forcedAt.filter((at) => at > today).length >= FORCED_PER_DAY)
      return refusal(45009, 'reach max api daily quota limit')
    if (forcedAt.some((at) => at > lately))
      return refusal(45011, 'api minute-quota reach limit must slower retry next minute')
    return undefined
  }

  return {
    fetch(call) {
      fetched += 1
      if (textOf(call, 'grant_type') !== 'client_credential') return refusal(40002, 'invalid grant_type')
      if (textOf(call, 'appid') === '') return refusal(41002, 'appid missing')
      if (textOf(call, 'secret') === '') return refusal(41004, 'appsecret missing')
      if (textOf(call, 'appid') !== account.appId) return refusal(40013, 'invalid appid')
      if (textOf(call, 'secret') !== account.secret) return refusal(40125, 'invalid appsecret')
      if (call.body?.['force_refresh'] === true) {
        const problem = problemOfForcing()
        if (problem) return problem
        forcedAt.push(now())
        revokeAll()
      }
      const token = current()
      return { access_token: token.text, expires_in: secondsLeft(token) }
    },
    problemOf(call) {
      const text = call.query.get('access_token') ?? ''
      if (text === '') return refusal(41001, 'access_token missing')
      const token = tokens.find((made) => made.text === text)
      if (!token || token.isRevoked) {
        return refusal(40001, 'invalid credential, access_token is invalid or not latest')
      }
      return secondsLeft(token) <= 0 ? refusal(42001, 'access_token expired') : undefined
    },
    revokeAll,
    counts: () => ({ fetched, made: tokens.length }),
  }
}
