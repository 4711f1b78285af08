import vm from 'node:vm'
import { CODE_FROM_STRINGS_TRAP, FORBIDDEN_GLOBALS, forbiddenGlobals } from './forbidden-globals'

/** A JavaScript world like the logic layer of WeChat: no DOM, no code from strings, timers and a console. */
export interface Realm {
  run: (source: string, file: string) => unknown
  define: (name: string, value: unknown) => void
  /** A value of this realm with the same JSON: `instanceof` and `Array.isArray` hold inside. */
  adopt: (value: unknown) => unknown
  /** An ArrayBuffer of this realm with these bytes. */
  adoptBytes: (bytes: Uint8Array) => unknown
  stop: () => void
}

export interface RealmWatcher {
  onForbidden: (use: string) => void
  onConsole: (level: string, words: string) => void
  onError: (error: unknown) => void
}

export const createRealm = (watcher: RealmWatcher): Realm => {
  const sources = new Map<string, string>()
  const forbidden = forbiddenGlobals({ sourceOf: (file) => sources.get(file), onUse: watcher.onForbidden })
  // On the prototype: code that copies every global it finds (as Taro does) uses none of them.
  const globals = vm.createContext(Object.create(forbidden), { codeGeneration: { strings: false, wasm: false } })
  for (const name of FORBIDDEN_GLOBALS) vm.runInContext(`delete globalThis.${name}`, globals)
  const timers = createTimers(watcher.onError)
  Object.assign(globals, timers.functions, { console: consoleFor(watcher.onConsole) })
  const run = (source: string, file: string): unknown => {
    sources.set(file, source)
    return vm.runInContext(source, globals, { filename: `mini-program:///${file}` })
  }
  callable(run(CODE_FROM_STRINGS_TRAP, 'host-trap.js'))(watcher.onForbidden)
  const parse = callable(vm.runInContext('JSON.parse', globals))
  const newBytes = callable(vm.runInContext('(bytes) => new Uint8Array(bytes).buffer', globals))
  return {
    run,
    define: (name, value) => {
      globals[name] = value
    },
    adopt: (value) => (value === undefined ? undefined : parse(JSON.stringify(value))),
    adoptBytes: (bytes) => newBytes([...bytes]),
    stop: timers.stop,
  }
}

/** A value that must be a function, as one. */
export const callable = (value: unknown): ((...given: unknown[]) => unknown) => {
  if (typeof value !== 'function') throw new TypeError(`not a function: ${String(value)}`)
  return (...given) => Reflect.apply(value, undefined, given)
}

const consoleFor = (onConsole: RealmWatcher['onConsole']) => {
  const at =
    (level: string) =>
    (...words: unknown[]) =>
      onConsole(
        level,
        words.map((word) => (word instanceof Object && 'stack' in word ? word.stack : String(word))).join(' '),
      )
  return Object.fromEntries(
    ['log', 'info', 'debug', 'warn', 'error', 'trace', 'group', 'groupEnd'].map((level) => [level, at(level)]),
  )
}

const createTimers = (onError: (error: unknown) => void) => {
  const running = new Map<number, NodeJS.Timeout>()
  let last = 0
  const guarded = (work: unknown, given: unknown[]) => {
    try {
      callable(work)(...given)
    } catch (error) {
      onError(error)
    }
  }
  const clear = (id: unknown) => {
    if (typeof id !== 'number') return
    clearTimeout(running.get(id))
    running.delete(id)
  }
  const setTimer = (work: unknown, delay = 0, ...given: unknown[]) => {
    last += 1
    const id = last
    const fire = () => {
      running.delete(id)
      guarded(work, given)
    }
    running.set(id, setTimeout(fire, Number(delay)))
    return id
  }
  const setRepeating = (work: unknown, delay = 0, ...given: unknown[]) => {
    last += 1
    running.set(
      last,
      setInterval(() => guarded(work, given), Number(delay)),
    )
    return last
  }
  return {
    functions: { setTimeout: setTimer, clearTimeout: clear, setInterval: setRepeating, clearInterval: clear },
    stop: () => {
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}
