import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type FileStorage, requireKey } from './storage.ts'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Files in a folder; several processes may share it. */
export const createLocalStorage = (folder: string): FileStorage => {
  const pathOf = (key: string): string => resolve(folder, requireKey(key))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const made = await mkdir(dirname(path), { recursive: true })
      // Whole under its name or not there at all, whenever the power goes.
      const unfinished = `${path}.${randomBytes(6).toString('hex')}`
      const handle = await open(unfinished, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(unfinished, path)
      await keepNames(dirname(path), dirname(made ?? path))
    },
    async open(key) {
      const path = pathOf(key)
      try {
        return { length: (await stat(path)).size, content: createReadStream(path) }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  }
}

/**
 * From the folder of a file up to the one that was there before: until they are on disk too, it may have no name when the
 * power comes back. Windows opens no folder.
 */
const keepNames = async (inner: string, outer: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(inner, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (inner !== outer && inner.startsWith(outer)) await keepNames(dirname(inner), outer)
}
