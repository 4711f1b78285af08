/**
 * Ends everything in order, once: the server first, then PostgreSQL, then the data directory is let go.
 * SIGINT, SIGTERM and SIGHUP start it with exit code 0, `fail(message)` with 1; a second signal hurries it.
 * Long steps listen to `signal`.
 */
export function createShutdown(progress) {
  const abort = new AbortController()
  const stages = { first: undefined, second: undefined, last: undefined }
  let hurry = false
  let ending

  async function endAll(code) {
    abort.abort()
    for (const stage of [stages.first, stages.second, stages.last]) {
      try {
        await stage?.({ hurry })
      } catch (error) {
        progress.say(error.message)
        code = 1
      }
    }
    if (code === 0) progress.say('Stopped.')
    process.exit(code)
  }

  function onSignal() {
    if (!ending) {
      progress.say('\nStopping … (Ctrl-C again to hurry)')
      ending = endAll(0)
      return
    }
    hurry = true
    void stages.first?.({ hurry })
    void stages.second?.({ hurry })?.catch(() => {})
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal)

  return {
    signal: abort.signal,
    first: (stop) => {
      stages.first = stop
    },
    second: (stop) => {
      stages.second = stop
    },
    last: (stop) => {
      stages.last = stop
    },
    fail: (message) => {
      if (ending) return ending
      progress.say(`\n${message}`)
      ending = endAll(1)
      return ending
    },
  }
}
