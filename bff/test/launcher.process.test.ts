import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startEmbeddedPostgres } from '../bin/embedded-postgres.mjs'
import { findPostmaster } from '../bin/postmaster.mjs'
import { isAlive } from '../bin/process-identity.mjs'
import { createClient } from './client.ts'
import { freePort, type Launcher, makeDataDirectory, startLauncher } from './launcher.ts'

const Running = z.object({ launcher: z.number(), server: z.number() })

let directory: string
let port: number
let started: Launcher[]

beforeEach(async () => {
  directory = await makeDataDirectory()
  port = await freePort()
  started = []
})

afterEach(async () => {
  for (const launcher of started) launcher.child.kill('SIGTERM')
  await Promise.all(started.map(({ exited }) => exited))
  await (await startEmbeddedPostgres({ directory })).stop()
  await rm(directory, { recursive: true, force: true })
})

function start(): Launcher {
  const launcher = startLauncher({ directory, port })
  started.push(launcher)
  return launcher
}

const cluster = () => join(directory, 'postgresql', 'cluster')
const runningServer = async () =>
  Running.parse(JSON.parse(await readFile(join(directory, 'running.json'), 'utf8'))).server
const isHealthy = async () => (await fetch(`http://localhost:${port}/healthz`)).ok

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(50)
}

/** Signs in as a demonstration resident of the first community, ready to report. */
async function signInResident() {
  const url = `http://localhost:${port}`
  const visitor = createClient(url, undefined, '')
  const { items } = await visitor.call('listDemoPeople')
  const person = items.find(({ roles }) => roles.some(({ role }) => role === 'resident'))
  const communityId = person?.roles[0]?.communityId
  if (!person || !communityId) throw new Error('the demonstration data has residents')
  const { token } = await visitor.call('startDemoSession', { body: { personId: person.id } })
  const community = await visitor.call('getCommunity', { params: { communityId } })
  const serviceCode = community.catalogue.find(({ duty }) => duty === 'perform')?.serviceCode ?? ''
  const placeId = community.gridCells[0]?.places[0]?.id
  if (!placeId) throw new Error('the demonstration data has places')
  return { resident: createClient(url, token, person.id), communityId, serviceCode, placeId }
}

/** Reports one issue after the other until the server is gone; notes the id of each one that was answered. */
async function reportUntilKilled(acknowledged: string[]): Promise<void> {
  const { resident, communityId, serviceCode, placeId } = await signInResident()
  try {
    for (;;) {
      const body = { serviceCode, description: '楼道的灯不亮', placeId, visibility: 'private' } as const
      acknowledged.push((await resident.call('reportIssue', { params: { communityId }, body })).id)
    }
  } catch (error) {
    // The connection broke: the server was killed under us, which is what the test wants. Anything else is a failure.
    if (!(error instanceof TypeError)) throw error
  }
}

test('after kill -9 of launcher, server and PostgreSQL the next start has every issue that was acknowledged', async () => {
  const first = start()
  await first.ready
  const victims = [first.child.pid, await runningServer(), findPostmaster(cluster())]
  const acknowledged: string[] = []
  const reporting = reportUntilKilled(acknowledged)
  while (acknowledged.length < 25) await Promise.race([sleep(5), reporting])
  for (const pid of victims) process.kill(pid ?? 0, 'SIGKILL')
  await reporting
  await first.exited

  await start().ready
  const { resident, communityId } = await signInResident()
  for (const issueId of acknowledged) {
    const issue = await resident.call('getIssue', { params: { communityId, issueId } })
    expect(issue.state).not.toBe('closed')
  }
})

test('after kill -9 of the launcher alone the next start takes over its PostgreSQL and ends its server', async () => {
  const first = start()
  await first.ready
  const server = await runningServer()
  const postmaster = findPostmaster(cluster())
  first.child.kill('SIGKILL')
  await first.exited

  await start().ready
  await untilGone(server)
  expect(findPostmaster(cluster())).toBe(postmaster)
  expect(await runningServer()).not.toBe(server)
  expect(await isHealthy()).toBe(true)
})

test('a second start on the same data directory names the first one and leaves it alone', async () => {
  const first = start()
  await first.ready
  const second = start()
  expect(await second.exited).toBe(1)
  expect(second.output()).toContain(`in use by process ${first.child.pid}`)
  expect(await isHealthy()).toBe(true)
})

test('Ctrl-C ends the server and PostgreSQL, exits with 0 and lets the data directory go', async () => {
  const first = start()
  await first.ready
  const server = await runningServer()
  first.child.kill('SIGINT')
  expect(await first.exited).toBe(0)
  expect(isAlive(server)).toBe(false)
  expect(findPostmaster(cluster())).toBeUndefined()
  await expect(runningServer()).rejects.toThrow('ENOENT')
  await start().ready
})

test('a server that dies is reported with the end of its log, and PostgreSQL is ended with it', async () => {
  const first = start()
  await first.ready
  process.kill(await runningServer(), 'SIGKILL')
  expect(await first.exited).toBe(1)
  expect(first.output()).toContain('The server was ended by SIGKILL')
  expect(findPostmaster(cluster())).toBeUndefined()
})

test('a port that is taken is named, with the way out', async () => {
  const other = createServer().listen(port)
  const first = start()
  expect(await first.exited).toBe(1)
  expect(first.output()).toContain(`Port ${port} is used by another program`)
  other.close()
})
