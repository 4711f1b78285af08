import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { newFieldKeys } from '../bin/field-keys.mjs'
import { SERVER_FLAGS } from '../bin/server-process.mjs'
import type { BareSeats } from './bare-seats-server.ts'
import type { BarePlan } from './bare-server.ts'

/** A server in a process of its own. */
export interface Server {
  url: string
  pid: number
  stop(): Promise<void>
}

const BARE_SEATS = fileURLToPath(new URL('bare-seats-server.ts', import.meta.url))
const BARE = fileURLToPath(new URL('bare-server.ts', import.meta.url))
const BFF = fileURLToPath(new URL('../dist/main.js', import.meta.url))
/** The demonstration communities. */
export const CONFIG_FOLDER = fileURLToPath(new URL('../../config/data', import.meta.url))

/** The environment of a server in production whose rate limits let the bench through. */
export const serverEnvironment = (databaseUrl: string): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  CONFIG_DIR: CONFIG_FOLDER,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  // What comes due by the clock must not fall into one round and not into the next.
  SCHEDULED_WORK: '0',
  RATE_LIMIT_READ: '100000000',
  RATE_LIMIT_WRITE: '100000000',
  RATE_LIMIT_SIGN_IN: '100000000',
  RATE_LIMIT_CODE: '100000000',
  ...newFieldKeys(),
})

interface Start {
  entry: string
  env: Record<string, string>
  execArgv: string[]
  first?: BarePlan | BareSeats
  portOf(message: unknown): string | undefined
}

const start = async ({ entry, env, execArgv, first, portOf }: Start): Promise<Server> => {
  const child = fork(entry, { env: { PATH: process.env['PATH'] ?? '', ...env }, execArgv, stdio: 'inherit' })
  const ended = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`${entry} ended with ${code}`)))
  const port = new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const found = portOf(message)
      if (found === undefined) reject(new Error(JSON.stringify(message)))
      else resolve(found)
    })
    child.on('error', reject)
    void ended.then((reason) => reject(new Error(reason)))
  })
  if (first) child.send(first)
  return {
    url: `http://127.0.0.1:${await port}`,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await ended
    },
  }
}

const field = (message: unknown, name: string): string | undefined => {
  if (typeof message !== 'object' || message === null) return undefined
  const value: unknown = Object.entries(message).find(([key]) => key === name)?.[1]
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined
}

/** The built server, started as for real: `node bff/dist/main.js`. */
export const startBff = (databaseUrl: string, profile?: string): Promise<Server> =>
  start({
    entry: BFF,
    env: serverEnvironment(databaseUrl),
    execArgv: [...SERVER_FLAGS, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
    portOf: (message) => field(message, 'url')?.split(':').at(-1),
  })

export const startBare = (plan: BarePlan): Promise<Server> =>
  start({
    entry: BARE,
    env: {},
    execArgv: ['--import', 'tsx'],
    first: plan,
    portOf: (message) => field(message, 'port'),
  })

export const startBareSeats = (seats: BareSeats): Promise<Server> =>
  start({
    entry: BARE_SEATS,
    env: {},
    execArgv: ['--import', 'tsx'],
    first: seats,
    portOf: (message) => field(message, 'port'),
  })

/** Resident memory of a process in MB now, and the most it ever had; undefined where the system does not tell. */
export const memoryOf = async (pid: number): Promise<{ now: number; peak: number } | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  const now = megabytes('VmRSS')
  return Number.isNaN(now) ? undefined : { now, peak: megabytes('VmHWM') }
}

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10

/** Milliseconds of processor time that a process has used; undefined where the system does not tell. */
export const processorTimeOf = async (pid: number): Promise<number | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name of the program stands in brackets and may hold blanks; user and system time are fields 14 and 15.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields && (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}
