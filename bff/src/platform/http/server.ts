import cors from '@koa/cors'
import type Router from '@koa/router'
import Koa from 'koa'
import compress from 'koa-compress'
import helmet from 'koa-helmet'
import type { Log } from '../log/log.ts'
import { readBody } from './body.ts'
import { catchErrors } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { servePages } from './pages.ts'
import { probeRouter } from './probes.ts'
import { identifyRequest, logRequests } from './request-identity.ts'

export interface ServerOptions {
  log: Log
  /** Operations, already mounted. */
  router: Router
  /** Throws when the process cannot serve. */
  ready(): Promise<void>
  pagesFolder: string | undefined
  metricsToken: string | undefined
  metrics: Metrics
  trustProxy: boolean
}

const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The page framework sets inline styles; scripts come from our own files only.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // A voice note is fetched with the session and played from memory.
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        // Communities without a certificate of their own reach the page over plain HTTP inside their network.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  })

/** The Koa application: the same order for every request, whoever answers it. */
export const createServer = (options: ServerOptions): Koa => {
  // The last address is the one that our own proxy saw; whatever stands before it the caller may have written.
  const app = new Koa({ proxy: options.trustProxy, maxIpsCount: 1 })
  const { metrics } = options
  const document = JSON.stringify(openApiDocument())
  // Errors after the answer has begun: the socket broke, which the log need not repeat.
  app.on('error', (error: Error & { expose?: boolean; headerSent?: boolean }) => {
    if (!error.expose && !error.headerSent) options.log.error({ err: error }, 'response failed')
  })
  app.use(identifyRequest)
  app.use(logRequests(options.log))
  app.use(metrics.measure)
  app.use(securityHeaders())
  // The mini-program calls from another origin with a bearer token and no cookies.
  app.use(cors({ exposeHeaders: ['X-Request-Id'], maxAge: 86_400 }))
  app.use(compress({ threshold: 1024, br: false }))
  app.use(catchErrors(options.log))
  app.use(probeRouter({ ready: options.ready, metrics, metricsToken: options.metricsToken }).routes())
  app.use(async (ctx, next) => {
    if (ctx.path.startsWith('/api/')) ctx.set('Cache-Control', 'no-store')
    if (ctx.method !== 'GET' || ctx.path !== '/api/openapi.json') return next()
    ctx.type = 'application/json'
    ctx.body = document
  })
  app.use(readBody)
  app.use(options.router.routes())
  if (options.pagesFolder !== undefined) app.use(servePages(options.pagesFolder))
  return app
}
