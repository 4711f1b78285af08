import { randomUUID } from 'node:crypto'
import { languageOf } from '@little-bench/shared/kernel/language'
import type { Middleware } from 'koa'
import type { Log } from '../log/log.ts'

const GIVEN_ID = /^[\w-]{8,64}$/

/** Names the request, so that a person can read the id out on the telephone and it is found in the log. */
export const identifyRequest: Middleware = async (ctx, next) => {
  const given = ctx.get('X-Request-Id')
  ctx.state.requestId = GIVEN_ID.test(given) ? given : randomUUID()
  ctx.state.language = languageOf(ctx.get('Accept-Language'))
  ctx.set('X-Request-Id', ctx.state.requestId)
  await next()
}

/** One line for each request: the route's pattern and ids, never a query or a body. */
export const logRequests =
  (log: Log): Middleware =>
  async (ctx, next) => {
    const start = performance.now()
    await next()
    const route = typeof ctx._matchedRoute === 'string' ? ctx._matchedRoute : undefined
    if (route === undefined && ctx.status < 500) return
    log.info({
      requestId: ctx.state.requestId,
      method: ctx.method,
      route,
      status: ctx.status,
      ms: Math.round(performance.now() - start),
    })
  }
