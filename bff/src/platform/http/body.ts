import { bodyParser } from '@koa/bodyparser'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context, Middleware } from 'koa'
import { BYTES } from './bytes-body.ts'

/** The longest description in Tibetan with its JSON around is below 64 KB; photos go another way. */
const MAX_BODY = '64kb'

const refuseOtherTypes = (ctx: Context): void => {
  const length = Number(ctx.get('Content-Length') || 0)
  const hasBody = length > 0 || ctx.get('Transfer-Encoding') !== ''
  if (hasBody && !ctx.is('application/json', BYTES)) throw new AppError('unsupported_media_type')
}

const parseJson = bodyParser({
  enableTypes: ['json'],
  jsonLimit: MAX_BODY,
  onError: (error) => {
    const status = 'status' in error ? error.status : undefined
    throw new AppError(status === 413 ? 'body_too_large' : 'malformed_json')
  },
})

/** Parses JSON bodies; bytes are left to the one operation that takes them, and everything else is refused unread. */
export const readBody: Middleware = async (ctx, next) => {
  if (ctx.path.startsWith('/api/')) refuseOtherTypes(ctx)
  await parseJson(ctx, next)
}
