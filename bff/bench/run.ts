import { loadConfig } from '@little-bench/config/load'
import type { LoadedConfig } from '@little-bench/config/model'
import pg from 'pg'
import { buildServer } from '../bin/build-server.mjs'
import { createProgress } from '../bin/progress.mjs'
import type { BarePlan } from './bare-server.ts'
import { type Databases, startDatabases } from './databases.ts'
import { compareLatency } from './latency.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { hasPgbench, runPgbench } from './pgbench.ts'
import { capturePlan, templateKey } from './plan.ts'
import {
  COMPARISON_HEAD,
  comparisonRow,
  type Finding,
  latencyFinding,
  memoryFinding,
  ratioFinding,
  tableOf,
} from './report.ts'
import { compare } from './rounds.ts'
import { CONFIG_FOLDER, memoryOf, type Server, startBare, startBff } from './servers.ts'
import { createWorkloads, type Workload } from './workloads.ts'

/** Connections of both servers: what env.ts gives the real one when nobody says otherwise. */
const POOL = 12
const JOBS_LIMIT_MS = 60_000

const progress = createProgress()

/** Waits until the server has run every job that a round left behind, or the next round would pay for it. */
const jobsDone = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const isDone = async (): Promise<boolean> => {
    const { rows } = await client.query(
      "select 1 from pgboss.job where state in ('created', 'retry', 'active') limit 1",
    )
    return rows.length === 0
  }
  const until = performance.now() + JOBS_LIMIT_MS
  try {
    while (!(await isDone())) {
      if (performance.now() > until) throw new Error('the jobs of a round were not done a minute later')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await client.end()
  }
}

interface Servers {
  bff: Server
  bare: Server
  plan: BarePlan
  bffDatabase: string
}

const compareWorkload = async (workload: Workload, servers: Servers, options: Options, usePgbench: boolean) => {
  const found = await compare(
    servers,
    workload.variants,
    {
      connections: options.connections,
      warmUp: options.warmUp,
      seconds: options.secondsPerRound,
      rounds: options.rounds,
    },
    () => jobsDone(servers.bffDatabase),
  )
  const templates = workload.variants.flatMap((variant) => servers.plan.templates[templateKey(variant)] ?? [])
  const load = { clients: POOL, seconds: options.secondsPerRound }
  const rate = usePgbench ? await runPgbench(servers.plan.databaseUrl, templates, load) : undefined
  return { row: comparisonRow(workload.title, found, rate), finding: ratioFinding(workload.title, found) }
}

/** The real server beside the bare one, each on its own copy of the same database. */
const measureSpeed = async (databases: Databases, config: LoadedConfig, options: Options): Promise<Finding[]> => {
  const { main } = options.issues
  await progress.step(`Seeding ${main} issues`, () => databases.seeded(main))
  const bareDatabase = await databases.copyOf(`seed_${main}`, 'bare')
  const workloads = (await createWorkloads(config, bareDatabase)).filter(({ part }) => options.parts.includes(part))
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
      `\n${options.rounds} rounds of ${options.secondsPerRound} s on each in turn, ${options.connections} connections, pool of ${POOL}; medians.`,
    )
    if (!usePgbench) console.log('pgbench is not on this machine.')
    return memory === undefined ? findings : [...findings, memoryFinding(memory)]
  } finally {
    await Promise.all([servers.bff.stop(), servers.bare.stop()])
  }
}

/** The lists of a small and of a large database, one request after another. */
const measureLatency = async (databases: Databases, config: LoadedConfig, options: Options): Promise<Finding[]> => {
  const open = async (issues: number) => {
    const url = await progress.step(`Seeding ${issues} issues`, () => databases.seeded(issues))
    return { server: await startBff(url), workloads: await createWorkloads(config, url) }
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
  try {
    if (options.parts.some((part) => part !== 'latency'))
      findings.push(...(await measureSpeed(databases, config, options)))
    if (options.parts.includes('latency')) findings.push(...(await measureLatency(databases, config, options)))
  } finally {
    await databases.stop()
  }
  console.log(`\n${findings.map(({ text, passed }) => `${passed ? '✓' : '✗'} ${text}`).join('\n')}`)
  return findings.every(({ passed }) => passed)
}

const options = readOptions(process.argv.slice(2))
if (options === undefined) console.log(USAGE)
else if (!(await run(options))) process.exitCode = 1
