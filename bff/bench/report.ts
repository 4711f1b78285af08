import type { Comparison } from './rounds.ts'
import { ATTEMPTS, SEATS, type SeatsFound } from './seats.ts'
import type { Surge } from './surge.ts'

/** What issues 2, 3 and 6 ask for. */
export const LIMITS = {
  ratio: 0.5,
  seatsRatio: 0.3,
  moveRatio: 0.4,
  memoryMegabytes: 180,
  latencyRatio: 1.3,
  surgeRatio: 2,
}

/** One thing that was measured and what it should be. */
export interface Finding {
  text: string
  passed: boolean
}

const whole = (number: number): string => Math.round(number).toLocaleString('en')
const times = ({ p50, p99 }: { p50: number; p99: number }): string => `${p50} / ${p99}`

const processor = (round: { processor: number }): string =>
  Number.isNaN(round.processor) ? 'n/a' : round.processor.toFixed(2)

const pad = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('   ')

/** Columns of one width, the first to the left and the figures to the right. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)))
  const line = widths.map((width) => '─'.repeat(width)).join('───')
  return [pad(head, widths), line, ...rows.map((row) => pad(row, widths))].join('\n')
}

export const COMPARISON_HEAD = [
  'requests per second',
  'bff',
  'bare',
  'ratio',
  'of the rounds',
  'pgbench',
  'bff p50/p99 ms',
  'bare p50/p99 ms',
  'CPU ms bff',
  'bare',
]

export const comparisonRow = (title: string, found: Comparison, pgbench: number | undefined): string[] => [
  title,
  whole(found.bff.requestsPerSecond),
  whole(found.bare.requestsPerSecond),
  found.ratio.toFixed(2),
  `${Math.min(...found.ratios).toFixed(2)}–${Math.max(...found.ratios).toFixed(2)}`,
  pgbench === undefined ? 'n/a' : whole(pgbench),
  times(found.bff),
  times(found.bare),
  processor(found.bff),
  processor(found.bare),
]

export const ratioFinding = (title: string, { ratio }: Comparison, limit: number): Finding => ({
  text: `${title}: ${ratio.toFixed(2)} × the bare server (≥ ${limit})`,
  passed: ratio >= limit,
})

export const seatsFinding = ({ bff, bare, ratio, ratios }: SeatsFound): Finding => ({
  text: `${ATTEMPTS} at once for ${SEATS} seats: ${whole(bff)} a second, the bare statement ${whole(bare)}: ${ratio.toFixed(2)} × (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}; ≥ ${LIMITS.seatsRatio})`,
  passed: ratio >= LIMITS.seatsRatio,
})

/** Nothing is shown by a surge that did not come. */
export const surgeFinding = ({ idle, surge, reports, wanted }: Surge): Finding => ({
  text: `99 of 100 claims within ${whole(surge)} ms while ${whole(reports)} of ${whole(wanted)} items come in, ${whole(idle)} ms otherwise: ${(surge / idle).toFixed(2)} × (≤ ${LIMITS.surgeRatio})`,
  passed: surge <= idle * LIMITS.surgeRatio && reports >= 0.95 * wanted,
})

export const memoryFinding = (memory: { now: number; peak: number }): Finding => ({
  text: `memory: ${whole(memory.now)} MB after the rounds, ${whole(memory.peak)} MB at most (≤ ${LIMITS.memoryMegabytes} MB)`,
  passed: memory.now <= LIMITS.memoryMegabytes,
})

export const latencyFinding = (
  title: string,
  issues: { small: number; large: number },
  found: { small: number; large: number },
): Finding => {
  const ratio = found.large / found.small
  const [small, large] = [found.small.toFixed(2), found.large.toFixed(2)]
  return {
    text: `${title}: ${large} ms at ${whole(issues.large)} issues, ${small} ms at ${whole(issues.small)}: ${ratio.toFixed(2)} × (≤ ${LIMITS.latencyRatio})`,
    passed: ratio <= LIMITS.latencyRatio,
  }
}
