import { loadConfig } from '@little-bench/config/load'
import type { LoadedConfig } from '@little-bench/config/model'
import { buildServer } from '../bin/build-server.mjs'
import { createProgress } from '../bin/progress.mjs'
import type { BarePlan } from './bare-server.ts'
import { type Databases, startDatabases } from './databases.ts'
import { jobsDone } from './jobs-done.ts'
import { compareLatency } from './latency.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { pgBossRate } from './pg-boss-rate.ts'
import { hasPgbench, runPgbench } from './pgbench.ts'
import { capturePlan, templateKey } from './plan.ts'
import { putBack } from './queued-items.ts'
import {
  COMPARISON_HEAD,
  comparisonRow,
  type Finding,
  LIMITS,
  latencyFinding,
  memoryFinding,
  ratioFinding,
  seatsFinding,
  surgeFinding,
  tableOf,
} from './report.ts'
import { compare } from './rounds.ts'
import { ATTEMPTS, compareSeats, mealsNeeded, SEATS } from './seats.ts'
import { startSessions } from './seed.ts'
import { addMeals, MEALS_COMMUNITY, seedMeals } from './seed-meals.ts'
import { CONFIG_FOLDER, memoryOf, type Server, startBare, startBareSeats, startBff } from './servers.ts'
import { measureSurge } from './surge.ts'
import { createDeskWorkloads, createSittingWorkloads, createWorkloads, type Workload } from './workloads.ts'

/** Connections of both servers: what env.ts gives the real one when nobody says otherwise. */
const POOL = 6

const progress = createProgress()

interface Servers {
  bff: Server
  bare: Server
  plan: BarePlan
  bffDatabase: string
}

const compareWorkload = async (workload: Workload, servers: Servers, options: Options, usePgbench: boolean) => {
  const { usesUp, mostPerRound, variants, title, part } = workload
  const settle = async (): Promise<void> => {
    await jobsDone(servers.bffDatabase)
    if (!usesUp) return
    for (const url of [servers.bffDatabase, servers.plan.databaseUrl]) await putBack(url, usesUp)
  }
  const { warmUp, rounds, secondsPerRound: seconds, claimers } = options
  const connections = part === 'claim' ? claimers : options.connections
  const found = await compare(servers, variants, { connections, warmUp, seconds, rounds, mostPerRound }, settle)
  const templates = variants.flatMap((variant) => servers.plan.templates[templateKey(variant)] ?? [])
  // A script of pgbench cannot claim: each run of it would take the same item again.
  const canPgbench = usePgbench && !usesUp
  const rate = canPgbench
    ? await runPgbench(servers.plan.databaseUrl, templates, { clients: POOL, seconds })
    : undefined
  const limit = part === 'move' ? LIMITS.moveRatio : LIMITS.ratio
  return { row: comparisonRow(title, found, rate), finding: ratioFinding(title, found, limit) }
}

type CreateWorkloads = (config: LoadedConfig, url: string) => Promise<Workload[]>

/** The real server beside the bare one, each on its own copy of the same database. */
const measureSpeed = async (
  databases: Databases,
  config: LoadedConfig,
  options: Options,
  { issues, create }: { issues: number; create: CreateWorkloads },
): Promise<Finding[]> => {
  const seeded = await progress.step(`Seeding ${issues} issues`, () => databases.seeded(issues))
  return measureOn(databases, new URL(seeded).pathname.slice(1), config, options, create)
}

const measureOn = async (
  databases: Databases,
  source: string,
  config: LoadedConfig,
  options: Options,
  create: CreateWorkloads,
): Promise<Finding[]> => {
  const bareDatabase = await databases.copyOf(source, 'bare')
  const workloads = (await create(config, bareDatabase)).filter(({ part }) => options.parts.includes(part))
  // The sessions are in both; the jobs of the bare server's reports stay where nobody runs them.
  const plan = await progress.step('Capturing the statements', () => capturePlan(bareDatabase, POOL, workloads))
  const bffDatabase = await databases.copyOf('bare', 'bff')
  const servers = { bff: await startBff(bffDatabase, options.profile), bare: await startBare(plan), plan, bffDatabase }
  try {
    const usePgbench = await hasPgbench()
    const findings: Finding[] = []
    const rows: string[][] = []
    for (const workload of workloads) {
      const measure = () => compareWorkload(workload, servers, options, usePgbench)
      const { row, finding } = await progress.step(`Rounds: ${workload.title}`, measure)
      rows.push(row)
      findings.push(finding)
    }
    const memory = await memoryOf(servers.bff.pid)
    console.log(`\n${tableOf(COMPARISON_HEAD, rows)}`)
    console.log(
      `\n${options.rounds} rounds of ${options.secondsPerRound} s on each in turn, or until what is there to take is taken; ${options.connections} connections, ${options.claimers} to take the next, pool of ${POOL}; medians.`,
    )
    if (!usePgbench) console.log('pgbench is not on this machine.')
    if (workloads.some(({ part }) => part === 'claim')) {
      const load = { jobs: 20_000, workers: options.claimers, seconds: options.secondsPerRound, pool: POOL }
      const rate = await progress.step('pg-boss: fetch and complete', async () =>
        pgBossRate(await databases.empty('jobs'), load),
      )
      console.log(
        `pg-boss fetches and completes ${Math.round(rate)} jobs a second with ${load.workers} workers, without HTTP.`,
      )
    }
    return memory === undefined ? findings : [...findings, memoryFinding(memory)]
  } finally {
    await Promise.all([servers.bff.stop(), servers.bare.stop()])
  }
}

/** Many at once for few seats, and the sittings of a week after a million meals. */
const measureMeals = async (databases: Databases, config: LoadedConfig, options: Options): Promise<Finding[]> => {
  const { pastBookings } = options
  const seeded = await databases.empty('meals')
  const seed = () => seedMeals(seeded, config, { residents: ATTEMPTS, pastBookings })
  const residents = await progress.step(`Seeding ${pastBookings} meals`, seed)
  const findings: Finding[] = []
  if (options.parts.includes('seats')) findings.push(await measureSeats(databases, seeded, residents, options))
  if (options.parts.includes('sittings')) {
    const create = async () => createSittingWorkloads(MEALS_COMMUNITY)
    findings.push(...(await measureOn(databases, 'meals', config, options, create)))
  }
  return findings
}

const measureSeats = async (
  databases: Databases,
  seeded: string,
  residents: readonly string[],
  options: Options,
): Promise<Finding> => {
  const senders = await startSessions(seeded, residents)
  const meals = await addMeals(seeded, mealsNeeded(options.rounds * 3), SEATS)
  const [bffDatabase, databaseUrl] = [await databases.copyOf('meals', 'bff'), await databases.copyOf('meals', 'bare')]
  const servers = {
    bff: await startBff(bffDatabase, options.profile),
    bare: await startBareSeats({ databaseUrl, pool: POOL }),
  }
  try {
    return seatsFinding(await progress.step('Rounds: seats', () => compareSeats(servers, meals, senders)))
  } finally {
    await Promise.all([servers.bff.stop(), servers.bare.stop()])
  }
}

/** Claims beside nothing and beside 10,000 reports a minute. */
const measureClaimsInSurge = async (databases: Databases, config: LoadedConfig, options: Options): Promise<Finding> => {
  const { large } = options.issues
  const seeded = await progress.step(`Seeding ${large} issues`, () => databases.seeded(large))
  const url = await databases.copyOf(new URL(seeded).pathname.slice(1), 'bff')
  const variantsOf = async (create: CreateWorkloads, part: Workload['part']) =>
    (await create(config, url)).find((workload) => workload.part === part)?.variants ?? []
  const variants = {
    claims: await variantsOf(createDeskWorkloads, 'claim'),
    reports: await variantsOf(createWorkloads, 'report'),
  }
  const server = await startBff(url, options.profile)
  try {
    const measure = () => measureSurge(server, variants, options.surge)
    return surgeFinding(await progress.step('Claims while items come in', measure))
  } finally {
    await server.stop()
  }
}

/** The lists of a small and of a large database, one request after another. */
const measureLatency = async (databases: Databases, config: LoadedConfig, options: Options): Promise<Finding[]> => {
  const open = async (issues: number) => {
    const url = await progress.step(`Seeding ${issues} issues`, () => databases.seeded(issues))
    const workloads = [...(await createWorkloads(config, url)), ...(await createDeskWorkloads(config, url))]
    return { server: await startBff(url), workloads }
  }
  const small = await open(options.issues.small)
  const large = await open(options.issues.large)
  try {
    const findings: Finding[] = []
    for (const part of ['list', 'inbox'] as const) {
      const target = ({ server, workloads }: typeof small) => ({
        url: server.url,
        variants: workloads.find((workload) => workload.part === part)?.variants ?? [],
      })
      const title = `latency of the ${part === 'list' ? 'public list' : 'staff inbox'}`
      const found = await progress.step(title, () => compareLatency(target(small), target(large)))
      findings.push(latencyFinding(title, options.issues, found))
    }
    return findings
  } finally {
    await Promise.all([small.server.stop(), large.server.stop()])
  }
}

const run = async (options: Options): Promise<boolean> => {
  await buildServer(progress)
  const config = loadConfig(CONFIG_FOLDER)
  const databases = await startDatabases(options.keep, config)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void databases.stop().finally(() => process.exit(1)))
  }
  const findings: Finding[] = []
  const start = performance.now()
  try {
    const { main, large } = options.issues
    if (options.parts.includes('list') || options.parts.includes('report')) {
      findings.push(...(await measureSpeed(databases, config, options, { issues: main, create: createWorkloads })))
    }
    if (['inbox', 'claim', 'move'].some((part) => options.parts.some((wanted) => wanted === part))) {
      findings.push(...(await measureSpeed(databases, config, options, { issues: large, create: createDeskWorkloads })))
    }
    if (options.parts.includes('seats') || options.parts.includes('sittings')) {
      findings.push(...(await measureMeals(databases, config, options)))
    }
    if (options.parts.includes('surge')) findings.push(await measureClaimsInSurge(databases, config, options))
    if (options.parts.includes('latency')) findings.push(...(await measureLatency(databases, config, options)))
  } finally {
    await databases.stop()
  }
  console.log(`\nAll of it took ${Math.round((performance.now() - start) / 1_000)} s.`)
  console.log(`\n${findings.map(({ text, passed }) => `${passed ? '✓' : '✗'} ${text}`).join('\n')}`)
  return findings.every(({ passed }) => passed)
}

const options = readOptions(process.argv.slice(2))
if (options === undefined) console.log(USAGE)
else if (!(await run(options))) process.exitCode = 1
