import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock/clock.ts'
import type { Sealer } from '../crypto/sealer.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import {
  claimFetch,
  dropToken,
  findToken,
  releaseFetch,
  SEALED_TOKENS,
  storeToken,
  type TokenRow,
} from './access-token.repository.ts'
import { WechatError } from './wechat.ts'

/** WeChat makes a new token when so much is left, and takes the old one until it ends. */
const ROTATION_MS = 300_000
/** While WeChat still gives out the old one, it is not asked again for so long. */
const REST_SECONDS = 20
/** How often a process without a token looks whether another has fetched one. */
const LOOK_MS = 50

export interface AccessToken {
  text: string
  row: TokenRow
}

export interface AccessTokens {
  /** One that works, as far as anybody knows. Only while there is none at all does a call wait for one. */
  current(signal: AbortSignal): Promise<AccessToken>
  /** WeChat says that it is worth nothing. */
  drop(token: AccessToken): Promise<void>
}

export interface TokenOptions {
  appId: string
  db: Database
  sealer: Sealer
  clock: Clock
  log: Log
  timeoutMs: number
  /** Asks WeChat, unforced: it gives out the same one until it makes a new one. */
  fetchToken(signal: AbortSignal): Promise<{ text: string; seconds: number }>
}

/** One token for all processes, in one row; whoever finds it ending fetches the next while all use the old one. */
export const createAccessTokens = (options: TokenOptions): AccessTokens => {
  const { appId, db, sealer, clock, log, timeoutMs } = options
  let isRefreshing = false

  /** Undefined when there is none, it has ended, or it was sealed with a key that is gone. */
  const usable = async (): Promise<AccessToken | undefined> => {
    const row = await findToken(db, appId)
    if (!row || row.expiresAt <= clock.now()) return undefined
    try {
      return { text: sealer.open(row.sealed, SEALED_TOKENS.purposeOf(row.id)), row }
    } catch {
      await dropToken(db, row)
      return undefined
    }
  }

  const fetchNew = async (endsBefore: Date, signal: AbortSignal): Promise<AccessToken | undefined> => {
    const id = await claimFetch(db, { appId, endsBefore, seconds: timeoutMs / 1000 + 1 })
    if (id === undefined) return undefined
    try {
      const { text, seconds } = await options.fetchToken(signal)
      const expiresAt = new Date(clock.now().getTime() + seconds * 1000)
      const sealed = sealer.seal(text, SEALED_TOKENS.purposeOf(id))
      const isShort = seconds * 1000 <= ROTATION_MS
      await storeToken(db, { id, sealed, expiresAt, restSeconds: isShort ? REST_SECONDS : 0 })
      return { text, row: { id, sealed, expiresAt } }
    } catch (error) {
      await releaseFetch(db, id)
      throw error
    }
  }

  /** Beside the calls, none of which waits for it. */
  const refresh = async (): Promise<void> => {
    if (isRefreshing) return
    isRefreshing = true
    const endsBefore = new Date(clock.now().getTime() + ROTATION_MS)
    try {
      await fetchNew(endsBefore, AbortSignal.timeout(timeoutMs))
    } catch (error) {
      log.warn({ err: error }, 'no new WeChat token yet')
    } finally {
      isRefreshing = false
    }
  }

  return {
    async current(signal) {
      while (!signal.aborted) {
        const token = await usable()
        const left = token ? token.row.expiresAt.getTime() - clock.now().getTime() : 0
        if (token && left <= ROTATION_MS) void refresh()
        const found = token ?? (await fetchNew(clock.now(), signal))
        if (found) return found
        await pause(LOOK_MS)
      }
      throw new WechatError('unavailable')
    },
    drop: (token) => dropToken(db, token.row),
  }
}
