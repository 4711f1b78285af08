import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { processorTimeOf, type Server } from './servers.ts'
import { requestOf, type Variant } from './workloads.ts'

/** What one server did in one round. */
export interface Round {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Milliseconds of the server's own processor time for one request; NaN where the system does not tell. */
  processor: number
}

/** A round that is so many requests long ends at one of these, which is when its time is taken. */
const SAMPLE_MS = 10

type Length = { duration: number } | { amount: number }

/** Loads a server for some seconds; every answer must be a success. */
const runRound = async (
  { url, pid }: Server,
  variants: readonly Variant[],
  load: { connections: number; length: Length },
): Promise<Round> => {
  let turn = 0
  const setupRequest = () => {
    const variant = variants[turn % variants.length]
    if (variant === undefined) throw new Error('a workload without requests')
    const turnOfVariant = Math.floor(turn / variants.length)
    const sender = variant.senders[turnOfVariant % variant.senders.length]
    const target = variant.targets?.[turnOfVariant % variant.targets.length]
    turn += 1
    return requestOf(variant, sender, randomUUID(), target)
  }
  const before = await processorTimeOf(pid)
  const result = await autocannon({
    url,
    connections: load.connections,
    ...load.length,
    sampleInt: SAMPLE_MS,
    requests: [{ setupRequest: (request) => ({ ...request, ...setupRequest() }) }],
  })
  const failed = result.non2xx + result.errors
  if (failed > 0) throw new Error(`${url}: ${failed} of ${failed + result['2xx']} requests failed`)
  const used = ((await processorTimeOf(pid)) ?? Number.NaN) - (before ?? Number.NaN)
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processor: used / result['2xx'],
  }
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return (low + high) / 2
}

const medians = (rounds: readonly Round[]): Round => ({
  requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  processor: median(rounds.map(({ processor }) => processor)),
})

export interface Comparison {
  bff: Round
  bare: Round
  /** The median over the pairs of rounds that followed each other: what slows the machine slows both of a pair. */
  ratio: number
  ratios: readonly number[]
}

/**
 * Rounds on both servers in turn, so many seconds long, after so many requests that Node has compiled what it will compile. `settle` waits for
 * work left over from a round.
 */
export const compare = async (
  servers: { bff: Server; bare: Server },
  variants: readonly Variant[],
  load: { connections: number; warmUp: number; seconds: number; rounds: number; mostPerRound: number | undefined },
  settle: () => Promise<void>,
): Promise<Comparison> => {
  const { connections, warmUp, seconds, mostPerRound } = load
  const run = async (who: 'bff' | 'bare', length: Length): Promise<Round> => {
    const round = await runRound(servers[who], variants, { connections, length })
    await settle()
    return round
  }
  const lengths: Record<'bff' | 'bare', Length> = { bff: { duration: seconds }, bare: { duration: seconds } }
  for (const who of ['bff', 'bare'] as const) {
    const { requestsPerSecond } = await run(who, { amount: Math.min(warmUp, mostPerRound ?? warmUp) })
    // As many as it answers in that time, and never more than there are.
    if (mostPerRound) lengths[who] = { amount: Math.min(mostPerRound, Math.ceil(requestsPerSecond * seconds)) }
  }
  const bff: Round[] = []
  const bare: Round[] = []
  for (let round = 0; round < load.rounds; round++) {
    // Whoever goes first has the colder caches, so they take turns in that too.
    const order = round % 2 === 0 ? (['bff', 'bare'] as const) : (['bare', 'bff'] as const)
    for (const who of order) (who === 'bff' ? bff : bare).push(await run(who, lengths[who]))
  }
  const ratios = bff.map((round, n) => round.requestsPerSecond / (bare[n]?.requestsPerSecond ?? Number.NaN))
  return { bff: medians(bff), bare: medians(bare), ratio: median(ratios), ratios }
}
