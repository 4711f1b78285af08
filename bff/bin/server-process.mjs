import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { lastLines, rotateLog } from './log-file.mjs'

const STOP_LIMIT_MS = 10_000

/** How the server's Node runs: with readable stacks. */
export const SERVER_FLAGS = ['--enable-source-maps']

/** Pictures are unpacked by four threads in turn: with memory of its own for each, what one gave back stays unused. */
const LEAN_MEMORY = { MALLOC_ARENA_MAX: '1' }

/**
 * Starts the built server as a child. Its log goes straight to a file, so that it can go on writing if we are killed.
 * Gives `{ pid, ready, exited, stop }`: `ready` resolves with the server's `ready` message and rejects with what it
 * complained about; `exited` resolves with a sentence about its end; `stop` asks it to end and insists
 * after 10 s, or at once with `hurry`.
 */
export function startServer({ entry, environment, log, args = [] }) {
  rotateLog(log)
  const file = openSync(log, 'a')
  const child = spawn(process.execPath, [...SERVER_FLAGS, ...args, entry], {
    env: { ...LEAN_MEMORY, ...environment },
    stdio: ['ignore', file, file, 'ipc'],
    // In a process group of its own: Ctrl-C reaches only us, and we end things in order.
    detached: process.platform !== 'win32',
  })
  closeSync(file)
  const exited = new Promise((resolve) => {
    child.on('error', (error) => resolve(`could not be started: ${error.message}`))
    child.on('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`))
  })
  return {
    pid: child.pid,
    ready: readyMessage(child, exited, log),
    exited,
    stop: (options) => stopChild(child, exited, options),
  }
}

function readyMessage(child, exited, log) {
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message?.type === 'ready') resolve(message)
      if (message?.type === 'failed') reject(new Error(message.message))
    })
    // A moment's grace, because the reason may still be on its way when the end is already known.
    void exited.then((end) => setTimeout(() => reject(new Error(describeEnd(end, log))), 100))
  })
  // Nobody may be listening yet when it fails.
  ready.catch(() => {})
  return ready
}

/** A sentence about a server that ended by itself, with the end of its log. */
export const describeEnd = (end, log) => `The server ${end}. The end of its log (${log}):\n${lastLines(log, 15)}`

async function stopChild(child, exited, { hurry = false } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const kill = () => child.kill('SIGKILL')
  if (hurry) kill()
  // Windows has no SIGTERM to catch; there the closed channel asks for the same.
  if (process.platform !== 'win32') child.kill('SIGTERM')
  if (process.platform === 'win32' && child.connected) child.disconnect()
  const insisting = setTimeout(kill, STOP_LIMIT_MS)
  await exited
  clearTimeout(insisting)
}
