import type { RateLimit } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

export interface RateLimitNumbers {
  read: number
  write: number
  signIn: number
}

export type LimitRate = (limit: RateLimit, key: string) => Promise<void>

const DURATION_SECONDS = 60

/**
 * Requests per minute. Writes and sign-ins are counted in PostgreSQL, so that they hold for all processes together;
 * reads are counted in each process, because a read must not cost a write.
 */
export const createRateLimits = (pool: pg.Pool, perMinute: RateLimitNumbers): LimitRate => {
  const stored = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration: DURATION_SECONDS,
      inMemoryBlockOnConsumed: points,
    })
  const limiters = {
    read: new RateLimiterMemory({ keyPrefix: 'read', points: perMinute.read, duration: DURATION_SECONDS }),
    write: stored('write', perMinute.write),
    sign_in: stored('sign_in', perMinute.signIn),
  }
  return async (limit, key) => {
    try {
      await limiters[limit].consume(key)
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new AppError('rate_limited')
      throw error
    }
  }
}
