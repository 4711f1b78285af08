/** What WeChat does not have, or has without its meaning. */
export const FORBIDDEN_GLOBALS = [
  'window',
  'document',
  'Intl',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'URL',
  'URLSearchParams',
  'structuredClone',
  'crypto',
  'WebAssembly',
] as const

interface Reading {
  /** The source of the script that reads, by its file name in stack traces. */
  sourceOf: (file: string) => string | undefined
  onUse: (use: string) => void
}

/**
 * Reading one of them is written down, and gives undefined. `typeof x` alone is allowed: libraries ask that way what
 * they run in. `eval` and `new Function` are written down too, and the realm refuses to make code from strings.
 */
export const forbiddenGlobals = ({ sourceOf, onUse }: Reading): object => {
  const globals = {}
  for (const name of FORBIDDEN_GLOBALS) {
    Object.defineProperty(globals, name, {
      configurable: true,
      get: () => {
        const place = readingPlace()
        if (!isTypeof(place, sourceOf)) onUse(`${name} at ${place.file}:${place.line}:${place.column}`)
        return undefined
      },
    })
  }
  return globals
}

/** Runs inside the realm: its own Function and eval, replaced by ones that tell. */
export const CODE_FROM_STRINGS_TRAP = `(tell) => {
  const real = Function
  const refuse = (what) => { tell(what); throw new EvalError(what + ' is not available in a mini-program') }
  const Trapped = new Proxy(real, { apply: () => refuse('Function'), construct: () => refuse('new Function') })
  Object.defineProperty(globalThis, 'Function', { value: Trapped, writable: true, configurable: true })
  Object.defineProperty(real.prototype, 'constructor', { value: Trapped, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'eval', { value: () => refuse('eval'), writable: true, configurable: true })
}`

interface Place {
  file: string
  line: number
  column: number
}

const readingPlace = (): Place => {
  const stack = new Error('where').stack ?? ''
  const line = stack.split('\n').find((each) => each.includes('mini-program:///'))
  const [, file = '', row = '0', column = '0'] = /mini-program:\/\/\/(.+?):(\d+):(\d+)/.exec(line ?? '') ?? []
  return { file, line: Number(row), column: Number(column) }
}

/** V8 points at the name or at the operator before it; either way the word stands within a few characters. */
const isTypeof = ({ file, line, column }: Place, sourceOf: Reading['sourceOf']): boolean => {
  const text = sourceOf(file)?.split('\n')[line - 1] ?? ''
  return /typeof\s*$/.test(text.slice(0, column - 1)) || text.slice(column - 1).startsWith('typeof ')
}
