import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdDirectory, takingTurns } from './directory-lock.mjs'

let directory

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'little-bench-lock-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

test('a held directory is refused, and the holder is named', async () => {
  const lock = await holdDirectory(directory)
  await expect(holdDirectory(directory)).rejects.toThrow(`in use by process ${process.pid}`)
  await lock.release()
})

test('a directory that was let go can be held again', async () => {
  await (await holdDirectory(directory)).release()
  const again = await holdDirectory(directory)
  await expect(again.release()).resolves.toBeUndefined()
})

test('work that takes turns never overlaps, and the one that waits says so', async () => {
  let atWork = 0
  let most = 0
  let waits = 0
  const work = async () => {
    atWork += 1
    most = Math.max(most, atWork)
    await sleep(20)
    atWork -= 1
  }
  const onWait = () => {
    waits += 1
  }
  await Promise.all([takingTurns(directory, work, onWait), takingTurns(directory, work, onWait)])
  expect({ most, waits }).toEqual({ most: 1, waits: 1 })
})

test('a turn ends also when its work fails', async () => {
  const failing = takingTurns(
    directory,
    () => Promise.reject(new Error('build failed')),
    () => {},
  )
  await expect(failing).rejects.toThrow('build failed')
  await (await holdDirectory(directory)).release()
})
