import { AppError, ERRORS, type ErrorBody, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import type { Context, Middleware } from 'koa'
import type { Log } from '../log/log.ts'

const messageOf = (code: ErrorCode, language: Language): string => {
  const text: LocalText = ERRORS[code]
  return inLanguage(text, language)
}

/** Node's own codes for a caller that went away, or a database or a storage that is not there. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOENT',
  '3D000',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof AppError) return error.code
  const { code } = typeof error === 'object' && error !== null ? (error as { code?: unknown }) : {}
  return typeof code === 'string' && UNAVAILABLE.has(code) ? 'service_unavailable' : 'internal_error'
}

/** Writes the one shape of error answers. */
export const answerError = (ctx: Context, error: unknown): ErrorCode => {
  const { language, requestId } = ctx.state
  const code = codeOf(error)
  const fields = error instanceof AppError ? error.fields : undefined
  const body: ErrorBody = {
    error: { code, message: messageOf(code, language), ...(fields && { fields }), requestId },
  }
  ctx.status = ERRORS[code].status
  ctx.type = 'application/json'
  ctx.body = body
  return code
}

/** As web servers count it; it is never sent. */
const CALLER_LEFT = 499

/** Turns whatever was thrown into an answer; only the unknown is logged with its stack. */
export const catchErrors =
  (log: Log): Middleware =>
  async (ctx, next) => {
    try {
      await next()
      // Nothing answered: there is no such address.
      if (ctx.status === 404 && ctx.body === undefined) throw new AppError('not_found')
    } catch (error) {
      // Half of the request came and nobody is there any more: no mistake of anybody's, and nobody to answer.
      if (error === ctx.req.errored) {
        ctx.status = CALLER_LEFT
        return
      }
      const code = answerError(ctx, error)
      if (ERRORS[code].status >= 500) log.error({ requestId: ctx.state.requestId, err: error }, 'request failed')
    }
  }
