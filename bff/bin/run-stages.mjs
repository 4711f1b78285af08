import { stagesFor } from './stages.mjs'

const AT_ONCE = 2
const TICK_SECONDS = 20

const say = (line) => process.stdout.write(`${line}\n`)
const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

/**
 * Runs the stages of `npm test`, all of them or those of `--only=id,id`, and prints each one's whole output when it ends.
 * The last line printed is `N passed, N failed`. Gives the two numbers.
 */
export async function runStages(args) {
  const all = stagesFor(process.env)
  const chosen = chooseStages(all, args)
  const abort = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => abort.abort())

  const results = await runAll(chosen, { signal: abort.signal, environment: stageEnvironment(process.env) })
  say('\n── Summary')
  for (const stage of chosen) say(describeResult(stage, results.get(stage.id)))
  const left = all.filter((stage) => !chosen.includes(stage))
  if (left.length > 0) say(`Not run, because --only chose others: ${left.map(({ id }) => id).join(', ')}`)

  const sum = (field) => [...results.values()].reduce((total, result) => total + result[field], 0)
  const total = { passed: sum('passed'), failed: sum('failed') }
  say(`Everything took ${secondsSince(0)}.`)
  say(`${total.passed} passed, ${total.failed} failed`)
  return total
}

/** `--only=lint,unit` takes the stages of these ids, or whose ids begin so (`unit-shared`), and what they need. */
function chooseStages(all, args) {
  const unknown = args.filter((arg) => !arg.startsWith('--only='))
  const wanted = args.flatMap((arg) => arg.replace('--only=', '').split(',')).filter(Boolean)
  const isWanted = ({ id }) => wanted.some((name) => id === name || id.startsWith(`${name}-`))
  const ids = all.map(({ id }) => id).join(', ')
  const misses = wanted.filter((name) => !all.some(({ id }) => id === name || id.startsWith(`${name}-`)))
  if (unknown.length > 0 || misses.length > 0) {
    throw new Error(`Not understood: ${[...unknown, ...misses].join(', ')}. Use --only= with some of: ${ids}`)
  }
  if (wanted.length === 0) return all
  const needed = new Set(all.filter(isWanted).flatMap(({ needs = [] }) => needs))
  return all.filter((stage) => isWanted(stage) || needed.has(stage.id))
}

// Tests never touch the database or the sign-in of a real installation that this shell may be set up for.
const NOT_FOR_TESTS = [
  'DATABASE_URL',
  'TEST_DATABASE_URL',
  'DEMO',
  'PORT',
  'DATA_DIR',
  'CONFIG_DIR',
  'PAGES_DIR',
  'NODE_ENV',
]

function stageEnvironment(environment) {
  const kept = Object.entries(environment).filter(([name]) => !NOT_FOR_TESTS.includes(name))
  return { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...Object.fromEntries(kept) }
}

async function runAll(stages, context) {
  const results = new Map()
  const running = new Map()
  const waiting = [...stages]
  const ticking = setInterval(() => say(`   running: ${describeRunning(running)}`), TICK_SECONDS * 1000)
  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex(({ needs = [] }) => needs.every((id) => results.has(id)))
    if (next === -1 || running.size === AT_ONCE) {
      await Promise.race([...running.values()].map(({ ended }) => ended))
      continue
    }
    const [stage] = waiting.splice(next, 1)
    const start = performance.now()
    const ended = runOne(stage, results, context).then((result) => {
      running.delete(stage.id)
      results.set(stage.id, { ...result, time: secondsSince(start) })
      say(`\n── ${describeResult(stage, results.get(stage.id))}\n${result.output}`)
    })
    running.set(stage.id, { start, ended })
  }
  clearInterval(ticking)
  return results
}

async function runOne(stage, results, context) {
  const notRun = (output) => ({ passed: 0, failed: 1, output })
  if (context.signal.aborted) return notRun('Not run: the run was stopped.')
  const broken = (stage.needs ?? []).filter((id) => results.get(id).failed > 0)
  if (broken.length > 0) return notRun(`Not run: it needs ${broken.join(', ')}.`)
  try {
    return await stage.run(context)
  } catch (error) {
    return notRun(error.message)
  }
}

const describeResult = ({ id, name }, { passed, failed, time }) =>
  `${failed === 0 ? '✓' : '✗'} ${name} [${id}]: ${passed} passed, ${failed} failed (${time})`

const describeRunning = (running) => [...running].map(([id, { start }]) => `${id} ${secondsSince(start)}`).join(', ')
