import { watch } from 'node:fs'
import { inRoot } from './places.mjs'

const WATCHED = ['bff/src', 'bff/migrations', 'shared/src', 'config/src', 'config/data']
const QUIET_MS = 200

/**
 * Starts the server with `startOnce`, and again after every change of its sources until `signal`.
 * Gives `{ ready, stop }` like one server; a server that does not come up is reported and the next change tries again.
 */
export function watchServer({ startOnce, progress, signal }) {
  let server = startOnce()
  let pending

  async function restart() {
    await server.stop()
    if (signal.aborted) return
    server = startOnce()
    await server.ready.then(
      () => progress.say('✓ The server runs again, with the change.'),
      (error) => signal.aborted || progress.say(error.message),
    )
  }
  for (const folder of WATCHED) {
    const watcher = watch(inRoot(folder), { recursive: true, signal }, () => {
      clearTimeout(pending)
      pending = setTimeout(() => void restart(), QUIET_MS)
    })
    watcher.on('error', () => {})
  }
  return { ready: server.ready, stop: (options) => server.stop(options) }
}
