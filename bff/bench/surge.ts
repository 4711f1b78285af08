import { randomUUID } from 'node:crypto'
import type { Server } from './servers.ts'
import { requestOf, type Variant } from './workloads.ts'

/** 10,000 items in a minute. */
const REPORTS_PER_SECOND = 10_000 / 60
/** So often somebody takes an item: each of 32 workers once in two seconds. */
const CLAIMS_PER_SECOND = 16
const SET_UP_MS = 250

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
 * Answers the milliseconds from when each was due until it was answered, and infinity for those that
 * found no connection in ten seconds.
 */
const sendEvenly = async (
  { url }: Server,
  variants: readonly Variant[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> => {
  // When the first is due, all of them wait for their time: setting up thousands takes a while.
  const start = performance.now() + SET_UP_MS
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
  return Promise.all(Array.from({ length: Math.floor(perSecond * seconds) }, (_unused, turn) => send(turn)))
}

const p99 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN

/**
 * Milliseconds within which 99 of 100 claims were answered, while nothing comes in and while much does: so many seconds of
 * each in turn, several times over, so that what the machine does beside falls on both.
 */
export const measureSurge = async (
  server: Server,
  { claims, reports }: { claims: readonly Variant[]; reports: readonly Variant[] },
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Surge> => {
  const claim = (of: number) => sendEvenly(server, claims, { perSecond: CLAIMS_PER_SECOND, seconds: of })
  const surge = (of: number) =>
    Promise.all([claim(of), sendEvenly(server, reports, { perSecond: REPORTS_PER_SECOND, seconds: of })])
  const idle: number[] = []
  const during: number[] = []
  let [answered, took] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const warmUp = Math.ceil(seconds / 6)
    await claim(warmUp)
    idle.push(...(await claim(seconds)))
    // Node compiles what is asked often, and forgets what was not asked for a minute.
    await surge(warmUp)
    const start = performance.now()
    const [claimed, reported] = await surge(seconds)
    took += Math.max((performance.now() - start - SET_UP_MS) / 1_000, seconds)
    // Reports that were answered long after they came in did not come in within the time.
    answered += reported.filter(Number.isFinite).length
    during.push(...claimed)
  }
  const total = rounds * seconds
  return {
    idle: p99(idle),
    surge: p99(during),
    reports: (answered * total) / took / rounds,
    wanted: REPORTS_PER_SECOND * seconds,
  }
}
