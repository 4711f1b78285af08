import type { Middleware } from 'koa'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  measure: Middleware
  text(): Promise<string>
  /** Where others add numbers of their own. */
  registry: Registry
  contentType: string
}

/** Numbers that somebody else keeps, by name; read when they are asked for. */
export type Gauges = Readonly<Record<string, { help: string; read(): number | Promise<number> }>>

/** Prometheus metrics of one process: Node's own, the seconds each route took, by status, and these numbers. */
export const createMetrics = (gauges: Gauges = {}): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from the first byte of a request to its answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  for (const [name, { help, read }] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  }
  const measure: Middleware = async (ctx, next) => {
    const start = performance.now()
    await next()
    if (typeof ctx._matchedRoute !== 'string') return
    const labels = { method: ctx.method, route: ctx._matchedRoute, status: String(ctx.status) }
    seconds.observe(labels, (performance.now() - start) / 1000)
  }
  return { measure, text: () => registry.metrics(), registry, contentType: registry.contentType }
}
