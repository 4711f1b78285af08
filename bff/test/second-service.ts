import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import type { Service } from '@little-bench/shared/communities/duty'
import { contract, endpoints } from '@little-bench/shared/kernel/endpoint'
import { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { z } from 'zod'
import { authenticate } from '../src/people/index.ts'
import { createMetrics } from '../src/platform/http/metrics.ts'
import { createMount } from '../src/platform/http/mount.ts'
import { createServer } from '../src/platform/http/server.ts'
import { createLog } from '../src/platform/log/log.ts'
import type { Engine } from '../src/work-queue/engine.ts'
import type { BodyOf } from '../src/work-queue/move-context.ts'
import { moveWorkItem } from '../src/work-queue/move-work-item.service.ts'

/** A service that is yet to come: a string that no list of services has. */
export const LATER: Service = JSON.parse('"later_service"')

const moveEndpoint = endpoints({ moveWorkItem: workQueueEndpoints.moveWorkItem })
/** The move as it is, but that its body may name the service that is yet to come. */
const body: z.ZodType<BodyOf<'convert'>> = z.object({
  move: z.literal('convert'),
  version: z.int(),
  service: z.literal(LATER),
  agreed: z.string(),
  hasConsent: z.literal(true),
})

/** Serves moves over HTTP with an engine of the test, on the database and with the sessions of the server beside it. */
export const serveMovesOf = async (engine: Engine): Promise<{ url: string; stop(): void }> => {
  const router = new Router()
  const mount = createMount(router, {
    authenticate: (token) => authenticate(engine, token),
    actFor: () => Promise.resolve(null),
    fingerprint: (text) => text,
    limitRate: () => Promise.resolve(),
    checkResponses: true,
  })
  const moveContract = contract(moveEndpoint, { moveWorkItem: { ...workQueueContract.moveWorkItem, body } })
  mount(moveEndpoint, moveContract, {
    moveWorkItem: ({ viewer, params, body: sent, write }) => moveWorkItem(engine, viewer, params, sent, write),
  })
  const koa = createServer({
    log: createLog('silent'),
    router,
    ready: () => Promise.resolve(),
    pagesFolder: undefined,
    metricsToken: undefined,
    metrics: createMetrics(),
    trustProxy: false,
  })
  const http = koa.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  return { url: `http://127.0.0.1:${port}`, stop: () => void http.close() }
}
