import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from 'koa'
import type { Once } from '../db/transaction.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const KEY = /^[\w-]{8,100}$/

/** The bearer token, undefined when none was sent; a header that is not a token is no session. */
export const bearerOf = (ctx: Context): string | undefined => {
  const header = ctx.get('Authorization')
  if (header === '') return undefined
  const token = BEARER.exec(header)?.[1]
  if (token === undefined) throw new AppError('unauthenticated')
  return token
}

/** The person for whom the caller wants to act; undefined in their own business. */
export const principalOf = (ctx: Context): string | undefined => {
  const header = ctx.get('Acting-For')
  if (header === '') return undefined
  if (!UUID.test(header))
    throw new AppError('validation_failed', [{ field: 'Acting-For', message: '没有这个人，请重新选择替谁办。' }])
  return header.toLowerCase()
}

/** What makes a write the same as an earlier one. `fingerprint` is keyed: a name and a number are soon guessed from less. */
export const onceOf = (
  ctx: Context,
  operation: string,
  personId: string,
  body: unknown,
  fingerprint: (text: string) => string,
): Once | null => {
  const key = ctx.get('Idempotency-Key')
  if (key === '') return null
  if (!KEY.test(key)) throw new AppError('idempotency_key_invalid')
  // The same words for somebody else are another write.
  const written = JSON.stringify([ctx.path, ctx.get('Acting-For'), body ?? null])
  return { personId, key, operation, bodyHash: fingerprint(written) }
}
