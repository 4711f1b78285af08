import type { BarePlan } from './bare-server.ts'
import { type Capturer, startCapturer } from './capture.ts'
import { putBack } from './queued-items.ts'
import { serverEnvironment } from './servers.ts'
import { type Template, templateOf } from './template.ts'
import type { Variant, Workload } from './workloads.ts'

/** How the bare server finds what a request does. */
export const templateKey = ({ method, path, hasIdempotencyKey }: Variant): string =>
  `${method} ${path}${hasIdempotencyKey ? '+key' : ''}`

/** Sends every variant twice through the real application and keeps what it asked the database. */
export const capturePlan = async (
  databaseUrl: string,
  pool: number,
  workloads: readonly Workload[],
): Promise<BarePlan> => {
  const capturer = await startCapturer(serverEnvironment(databaseUrl))
  const templates: Record<string, Template> = {}
  try {
    for (const { variants, usesUp } of workloads) {
      for (const variant of variants) templates[templateKey(variant)] = await captureVariant(capturer, variant)
      if (usesUp) await putBack(databaseUrl, usesUp)
    }
  } finally {
    await capturer.stop()
  }
  return { databaseUrl, pool, templates }
}

const captureVariant = async (capturer: Capturer, variant: Variant): Promise<Template> => {
  const { senders, targets = [] } = variant
  // The first request of all prepares what later ones find done (a connection, a cached queue of jobs).
  await capturer.capture(variant, senders.at(0), targets[0])
  const first = await capturer.capture(variant, senders.at(0), targets[1])
  const second = await capturer.capture(variant, senders.at(-1), targets[2])
  return templateOf(first, second, senders)
}
