import { randomUUID } from 'node:crypto'
import type { Server } from './servers.ts'
import { requestOf, type Variant } from './workloads.ts'

/** 10,000 items in a minute. */
const REPORTS_PER_SECOND = 10_000 / 60
/** So often somebody takes an item: each of 32 workers once in two seconds. */
const CLAIMS_PER_SECOND = 16

export interface Surge {
  /** Milliseconds. */
  idle: number
  surge: number
  /** How many came in, and how many should have. */
  reports: number
  wanted: number
}

/**
 * Sends requests at even distances, whether or not the ones before were answered: people do not wait for each other.
 * Answers the milliseconds from when each was due until it was answered, the shortest first, and infinity for those that
 * found no connection in ten seconds.
 */
const sendEvenly = async (
  { url }: Server,
  variants: readonly Variant[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> => {
  const start = performance.now()
  const send = async (turn: number): Promise<number> => {
    const due = start + (turn * 1_000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    const variant = variants[turn % variants.length]
    if (variant === undefined) throw new Error('a workload without requests')
    const sender = variant.senders[Math.floor(turn / variants.length) % variant.senders.length]
    const { path, ...request } = requestOf(variant, sender, randomUUID())
    const response = await fetch(`${url}${path}`, request).catch(() => undefined)
    if (response === undefined) return Number.POSITIVE_INFINITY
    const body = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body}`)
    return performance.now() - due
  }
  const times = await Promise.all(
    Array.from({ length: Math.floor(perSecond * seconds) }, (_unused, turn) => send(turn)),
  )
  return times.toSorted((a, b) => a - b)
}

const p99 = (times: readonly number[]): number => times[Math.floor(times.length * 0.99)] ?? Number.NaN

/** Milliseconds within which 99 of 100 claims were answered, while nothing comes in and while much does. */
export const measureSurge = async (
  server: Server,
  { claims, reports }: { claims: readonly Variant[]; reports: readonly Variant[] },
  seconds: number,
): Promise<Surge> => {
  const claim = () => sendEvenly(server, claims, { perSecond: CLAIMS_PER_SECOND, seconds })
  // Both paths once before anything counts: Node compiles what is asked often.
  const warmUp = { seconds: Math.ceil(seconds / 6) }
  await sendEvenly(server, claims, { perSecond: CLAIMS_PER_SECOND, ...warmUp })
  await sendEvenly(server, reports, { perSecond: REPORTS_PER_SECOND / 2, ...warmUp })
  const idle = await claim()
  const start = performance.now()
  const [surge, reported] = await Promise.all([
    claim(),
    sendEvenly(server, reports, { perSecond: REPORTS_PER_SECOND, seconds }),
  ])
  const took = (performance.now() - start) / 1_000
  const wanted = REPORTS_PER_SECOND * seconds
  // Reports that were answered long after they came in did not come in within the time.
  const answered = reported.filter(Number.isFinite).length
  return { idle: p99(idle), surge: p99(surge), reports: (answered * seconds) / Math.max(took, seconds), wanted }
}
