import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { directoryKey } from './postgres-home.mjs'

/**
 * Holds a data directory for this process. The lock is a listening local socket, so the kernel lets go of it when the
 * process dies in whatever way, and no stale file can ever be mistaken for a running server.
 * Gives `{ release }`; throws an Error with `isHeld` and a message for a person when somebody else has it.
 */
export async function holdDirectory(directory) {
  const address = lockAddress(directory)
  const server = createServer((visitor) => {
    visitor.on('error', () => {})
    visitor.end(String(process.pid))
  })
  try {
    await listen(server, address)
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error
    const holder = await askHolder(address)
    if (holder !== undefined || !isFile(address)) throw heldError(directory, holder)
    // Nobody answers at a socket file: its process is dead and left the file.
    rmSync(address, { force: true })
    await listen(server, address)
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(resolve)) }
}

/**
 * Waits until nobody else holds the directory, and holds it for the time of `work`. For builds, which take turns;
 * `onWait` is called once when there is somebody to wait for.
 */
export async function takingTurns(directory, work, onWait) {
  mkdirSync(directory, { recursive: true })
  const lock = await waitForDirectory(directory, onWait)
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

async function waitForDirectory(directory, onWait) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await holdDirectory(directory)
    } catch (error) {
      if (!error.isHeld) throw error
      if (attempt === 0) onWait()
      await sleep(200)
    }
  }
}

/** Linux has sockets without a file and Windows has pipes: both vanish with their process. macOS leaves a file. */
function lockAddress(directory) {
  const name = `little-bench-lock-${directoryKey(directory)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

const isFile = (address) => process.platform !== 'win32' && !address.startsWith('\0')

function listen(server, path) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function askHolder(path) {
  return new Promise((resolve) => {
    let answer = ''
    const visitor = connect({ path })
    visitor.setTimeout(2000, () => visitor.destroy())
    visitor.on('data', (chunk) => {
      answer += chunk
    })
    visitor.on('error', () => {})
    visitor.on('close', () => resolve(answer === '' ? undefined : Number(answer)))
  })
}

function heldError(directory, holder) {
  const who = holder === undefined ? 'another process' : `process ${holder}`
  const stop = holder === undefined ? 'it' : `it (Ctrl-C there, or: kill ${holder})`
  const message =
    `${directory} is in use by ${who}, a Little Bench that runs already.\n` +
    `Use that one, stop ${stop}, or start a second one beside it: DATA_DIR=/another/folder PORT=8788 npm start`
  return Object.assign(new Error(message), { isHeld: true })
}
