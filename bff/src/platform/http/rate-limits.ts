import type { RateLimit } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

export interface RateLimitNumbers {
  read: number
  write: number
  signIn: number
  /** Tries of codes on paper, per ten minutes. */
  code: number
}

export type LimitRate = (limit: RateLimit, key: string) => Promise<void>

const DURATION_SECONDS = 60
/** Somebody who mistypes needs a few tries; somebody who guesses needs billions. */
const CODE_SECONDS = 600

/**
 * Requests per minute. Writes and sign-ins are counted in PostgreSQL, so that they hold for all processes together;
 * reads are counted in each process, because a read must not cost a write.
 */
export const createRateLimits = (pool: pg.Pool, perMinute: RateLimitNumbers): LimitRate => {
  const stored = (keyPrefix: string, points: number, duration = DURATION_SECONDS) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
      inMemoryBlockOnConsumed: points,
    })
  const limiters = {
    read: new RateLimiterMemory({ keyPrefix: 'read', points: perMinute.read, duration: DURATION_SECONDS }),
    write: stored('write', perMinute.write),
    sign_in: stored('sign_in', perMinute.signIn),
    code: stored('code', perMinute.code, CODE_SECONDS),
  }
  return async (limit, key) => {
    // What another service signs comes as often as things happen there.
    if (limit === 'none') return
    try {
      await limiters[limit].consume(key)
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new AppError('rate_limited')
      throw error
    }
  }
}
