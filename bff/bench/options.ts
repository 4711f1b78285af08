import { parseArgs } from 'node:util'

export const PARTS = ['list', 'inbox', 'report', 'claim', 'move', 'latency', 'surge', 'seats', 'sittings'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  parts: readonly Part[]
  /** Issues of the main database, and of the small and the large one whose list latency is compared. */
  issues: { main: number; small: number; large: number }
  /** Requests to each server before the first round counts. */
  warmUp: number
  rounds: number
  secondsPerRound: number
  /** Of claiming beside nothing, and beside 10,000 reports a minute. */
  surge: { seconds: number; rounds: number }
  connections: number
  /** Workers who take the next item at the same time. */
  claimers: number
  /** Meals that were eaten before the sittings of a week are listed. */
  pastBookings: number
  /** A folder for the databases that stays, so that the next run need not seed again. */
  keep: string | undefined
  /** A folder for CPU profiles of the server. */
  profile: string | undefined
}

export const USAGE = `pnpm bench [--quick] [--only list,inbox,report,claim,move,latency,surge,seats,sittings] [--rounds 5] [--seconds 3] [--connections 16]
           [--keep <folder>] [--profile <folder>]

  --quick    small databases and short rounds: shows that it runs; its figures mean little
  --only     these parts alone
  --keep     leaves the seeded databases in a folder and uses what is there already
  --profile  writes a CPU profile of the server into a folder`

const isPart = (word: string): word is Part => PARTS.some((part) => part === word)

const partsOf = (only: string | undefined): readonly Part[] => {
  if (only === undefined) return PARTS
  const words = only.split(',')
  const unknown = words.find((word) => !isPart(word))
  if (unknown !== undefined) throw new Error(`--only: ${unknown} is none of ${PARTS.join(', ')}`)
  return words.filter(isPart)
}

const numberOf = (given: string | undefined, otherwise: number): number => {
  const number = given === undefined ? otherwise : Number(given)
  if (!(number > 0)) throw new Error(`${given} is not a number above 0`)
  return number
}

/** Reads the command line; undefined when help was asked for. */
export const readOptions = (args: readonly string[]): Options | undefined => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== '--'),
    options: {
      quick: flag,
      help: flag,
      only: text,
      rounds: text,
      seconds: text,
      connections: text,
      keep: text,
      profile: text,
    },
  })
  if (values.help) return undefined
  return {
    parts: partsOf(values.only),
    issues: values.quick
      ? { main: 5_000, small: 1_000, large: 20_000 }
      : { main: 100_000, small: 10_000, large: 1_000_000 },
    warmUp: values.quick ? 200 : 1_500,
    rounds: numberOf(values.rounds, values.quick ? 2 : 5),
    secondsPerRound: numberOf(values.seconds, values.quick ? 1 : 3),
    surge: values.quick ? { seconds: 3, rounds: 1 } : { seconds: 60, rounds: numberOf(values.rounds, 3) },
    connections: numberOf(values.connections, 16),
    claimers: 32,
    pastBookings: values.quick ? 20_000 : 1_000_000,
    keep: values.keep,
    profile: values.profile,
  }
}
