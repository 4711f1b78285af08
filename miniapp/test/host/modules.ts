import path from 'node:path'
import type { BuiltFiles } from './built-files'
import { callable, type Realm } from './realm'
import { isRecord } from './values'

/** Loads built files as WeChat does: CommonJS, each once, and never from another subpackage. */
export const createModules = (built: BuiltFiles, realm: Realm) => {
  const loaded = new Map<string, unknown>()

  const load = (file: string): unknown => {
    if (loaded.has(file)) return loaded.get(file)
    const wrapped = realm.run(`(function (require, module, exports) {${built.read(file)}\n})`, file)
    const module: { exports: unknown } = { exports: {} }
    loaded.set(file, module.exports)
    callable(wrapped)((wanted: unknown) => load(resolve(file, String(wanted))), module, module.exports)
    loaded.set(file, module.exports)
    return module.exports
  }

  const resolve = (from: string, wanted: string): string => {
    const target = path.posix.join(path.posix.dirname(from), wanted)
    const file = [target, `${target}.js`, `${target}/index.js`].find((each) => each.endsWith('.js') && built.has(each))
    if (file === undefined) throw new Error(`${from} requires ${wanted}: no such file`)
    const home = built.packageOf(file)
    if (home !== undefined && home !== built.packageOf(from)) {
      throw new Error(`${from} requires ${file} of the subpackage ${home}, which may not be on the phone`)
    }
    return file
  }

  return { load }
}

export type Modules = ReturnType<typeof createModules>

/** The options an app, a page or a component registered with. */
export type Registered = Record<string, unknown>

/** `App()`, `Page()` and `Component()` of the realm; each keeps what was registered last. */
export const createRegistry = (realm: Realm) => {
  const last = new Map<'App' | 'Page' | 'Component', Registered>()
  for (const kind of ['App', 'Page', 'Component'] as const) {
    realm.define(kind, (options: unknown) => {
      if (!isRecord(options)) throw new TypeError(`${kind}() takes an object`)
      last.set(kind, options)
    })
  }
  realm.define('Behavior', (options: unknown) => options)
  return {
    /** What loading a file registered; throws when it registered nothing of that kind. */
    take: (kind: 'App' | 'Page' | 'Component', load: () => unknown): Registered => {
      last.delete(kind)
      load()
      const options = last.get(kind)
      if (!options) throw new Error(`a file registered no ${kind}`)
      return options
    },
  }
}
