import Router from '@koa/router'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Metrics } from './metrics.ts'

export interface ProbeOptions {
  /** Throws when the process cannot serve: no database, jobs stopped, shutting down. */
  ready(): Promise<void>
  metrics: Metrics
  metricsToken: string | undefined
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus text. */
export const probeRouter = (options: ProbeOptions): Router => {
  const router = new Router()
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async (ctx) => {
    try {
      await options.ready()
    } catch {
      throw new AppError('service_unavailable')
    }
    ctx.body = { status: 'ready' }
  })
  router.get('/metrics', async (ctx) => {
    const { metricsToken } = options
    if (metricsToken !== undefined && ctx.get('Authorization') !== `Bearer ${metricsToken}`) {
      throw new AppError('unauthenticated')
    }
    ctx.type = options.metrics.contentType
    ctx.body = await options.metrics.text()
  })
  return router
}
