import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_PHOTO_BYTES, MEGABYTE } from '@little-bench/shared/files/limits'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildServer, SERVER_ENTRY } from '../../bin/build-server.mjs'
import { newFieldKeys } from '../../bin/field-keys.mjs'
import { createProgress } from '../../bin/progress.mjs'
import { startServer } from '../../bin/server-process.mjs'
import { createClient } from '../../test/client.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../test/throwaway-postgres.ts'
import { uploadPhoto } from '../../test/uploads.ts'

const AT_MOST_MEGABYTES = 120
const PHOTOS = 10
const CONFIG_DIR = new URL('../../../config/data', import.meta.url).pathname

let directory: string
let postgres: ThrowawayPostgres
let server: ReturnType<typeof startServer>

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  await buildServer(createProgress())
})
afterAll(() => postgres.stop())

// A server of its own for each try: the most that one ever needed stays.
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'little-bench-memory-'))
  server = startServer({
    entry: SERVER_ENTRY,
    log: join(directory, 'bff.log'),
    environment: {
      ...process.env,
      ...newFieldKeys(),
      NODE_ENV: 'test',
      DATABASE_URL: postgres.url,
      CONFIG_DIR,
      FILES_DIR: join(directory, 'files'),
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: '1',
    },
  })
})
afterEach(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

/** Resident memory in MB: now, or the most there ever was. */
const memory = (what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** As large as a photo may be in pixels, and nearly so in bytes. */
const aLargePhoto = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 5000,
      height: 5000,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer()

test.skipIf(!existsSync('/proc/self/status'))(
  'ten photos of ten megabytes at once need no more than 120 MB beside an idle server',
  // On a machine that is busy the collector comes late.
  { retry: 2 },
  async () => {
    const { url } = await server.ready
    const photo = await aLargePhoto()
    expect(photo.length).toBeGreaterThan(MAX_PHOTO_BYTES - 0.5 * MEGABYTE)
    const address = url.replace('localhost', '127.0.0.1')
    const visitor = createClient(address, undefined, '')
    const { items } = await visitor.call('listDemoPeople')
    const residents = items.filter(({ roles }) => roles.some(({ role }) => role === 'resident'))
    const clients = await Promise.all(
      Array.from({ length: PHOTOS }, async (_, index) => {
        const personId = residents[index % residents.length]?.id ?? ''
        const { token } = await visitor.call('startDemoSession', { body: { personId } })
        return createClient(address, token, personId)
      }),
    )
    await pause(2_000)
    const idle = memory('VmRSS')
    const sent = await Promise.all(clients.map((client) => uploadPhoto(client, photo)))
    expect(sent.map(({ width }) => width)).toEqual(Array(PHOTOS).fill(1600))
    const most = memory('VmHWM')
    process.stdout.write(`idle ${idle.toFixed(0)} MB, at most ${most.toFixed(0)} MB\n`)
    expect(most - idle).toBeLessThanOrEqual(AT_MOST_MEGABYTES)
  },
)
