import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3 } from '../../test/s3.ts'
import { createLocalStorage } from './local-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import type { FileStorage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'little-bench-storage-'))
let s3: Awaited<ReturnType<typeof startS3>>
const storages: Record<string, () => FileStorage> = {
  'a folder': () => createLocalStorage(folder),
  'a storage that speaks S3': () => createS3Storage(s3.place),
}

beforeAll(async () => {
  s3 = await startS3()
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true, force: true })
})

const bytesOf = async (storage: FileStorage, key: string): Promise<Buffer | undefined> => {
  const stored = await storage.open(key)
  if (!stored) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of stored.content) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  expect(bytes.length).toBe(stored.length)
  return bytes
}

describe.each(Object.keys(storages))('%s', (name) => {
  const storage = (): FileStorage => storages[name]?.() ?? createLocalStorage(folder)

  test.each([0, 1, 3_000_000])('gives back %i bytes as they were put', async (length) => {
    const bytes = randomBytes(length)
    await storage().put(`ab/file-${length}/full`, bytes, 'image/jpeg')
    expect((await bytesOf(storage(), `ab/file-${length}/full`))?.equals(bytes)).toBe(true)
  })

  test('has nothing under a name that was never put', async () => {
    expect(await storage().open('ab/nothing/full')).toBeUndefined()
  })

  test('replaces what is put again, also by two at once', async () => {
    const [first, second] = [randomBytes(100_000), randomBytes(100_000)]
    await Promise.all([storage().put('cd/twice/full', first, 'a/b'), storage().put('cd/twice/full', second, 'a/b')])
    const bytes = await bytesOf(storage(), 'cd/twice/full')
    expect([first, second].some((each) => bytes?.equals(each))).toBe(true)
  })

  test('deletes, and finds nothing wrong with what is gone already', async () => {
    await storage().put('ef/gone/full', randomBytes(9), 'a/b')
    await storage().delete('ef/gone/full')
    await storage().delete('ef/gone/full')
    expect(await storage().open('ef/gone/full')).toBeUndefined()
  })

  test.each(['../outside', '/etc/passwd', 'ab/../../outside', 'ab//full', 'AB/x', 'ab/x\u0000y', ''])(
    'takes no name like «%s»',
    async (key) => {
      const attempts = [
        async () => storage().put(key, randomBytes(1), 'a/b'),
        async () => storage().open(key),
        async () => storage().delete(key),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toThrow('no name of a stored file')
    },
  )
})

test('a folder that is not there yet is made, however it is called', async () => {
  const storage = createLocalStorage(relative(process.cwd(), join(folder, 'new', 'files')))
  await storage.put('ij/first/full', Buffer.from('first'), 'a/b')
  expect((await bytesOf(storage, 'ij/first/full'))?.toString()).toBe('first')
})

test('a folder holds whole files only: nothing half written stays in it', () => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(names.filter(({ name }) => name !== 'full')).toEqual([])
})

/** Takes connections and says nothing. */
const startSilence = async () => {
  const callers: Socket[] = []
  const server = createServer((socket) => callers.push(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on a port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: () => callers.length,
    stop: () => {
      for (const socket of callers) socket.destroy()
      server.close()
    },
  }
}

test('a storage that never answers is tried twice and then given up, and nobody waits behind it', async () => {
  const silence = await startSilence()
  const storage = createS3Storage({ ...s3.place, endpoint: silence.endpoint }, { connectMs: 100, answerMs: 100 })
  const attempts = [
    async () => storage.put('gh/silent/full', randomBytes(9), 'a/b'),
    async () => storage.open('gh/silent/full'),
    async () => storage.delete('gh/silent/full'),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(silence.calls()).toBe(6)
  silence.stop()
})
