import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startEmbeddedPostgres } from '../bin/embedded-postgres.mjs'
import { findPostmaster } from '../bin/postmaster.mjs'
import { isAlive } from '../bin/process-identity.mjs'
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

/** Inserts rows one by one until the connection breaks; gives the numbers PostgreSQL has acknowledged. */
async function insertUntilBroken(url: string, acknowledged: number[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table acknowledged (number int primary key)')
  try {
    for (let number = 1; ; number += 1) {
      await client.query('insert into acknowledged values ($1)', [number])
      acknowledged.push(number)
    }
  } catch {
    // Killed under us: what the test wants.
  }
}

async function readRows(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ number: number }>('select number from acknowledged order by number')
  await client.end()
  return rows.map(({ number }) => number)
}

test('after kill -9 of launcher, server and PostgreSQL the next start has every acknowledged row', async () => {
  const first = start()
  await first.ready
  const server = await runningServer()
  const { url } = await startEmbeddedPostgres({ directory })
  const acknowledged: number[] = []
  const inserting = insertUntilBroken(url, acknowledged)
  while (acknowledged.length < 200) await sleep(10)

  const postmaster = findPostmaster(cluster())
  expect(postmaster).toBeDefined()
  for (const pid of [first.child.pid, server, postmaster]) process.kill(pid ?? 0, 'SIGKILL')
  await inserting
  await first.exited

  await start().ready
  expect(await readRows(url)).toEqual(expect.arrayContaining(acknowledged))
  expect(await isHealthy()).toBe(true)
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
