import type { BuiltFiles } from './built-files'
import type { createRegistry, Modules, Registered } from './modules'
import type { Realm } from './realm'
import { applyData, toPayload } from './set-data'
import { callMethod, isRecord } from './values'

/** WeChat keeps ten pages. */
const STACK_LIMIT = 10

export interface OpenPage {
  path: string
  /** What the page's functions see as `this`. */
  instance: Record<string, unknown>
  data: Record<string, unknown>
}

interface StackSettings {
  built: BuiltFiles
  realm: Realm
  modules: Modules
  registry: ReturnType<typeof createRegistry>
  onSetData: () => void
  onError: (error: unknown) => void
}

/** Opens and closes pages in the order in which WeChat calls them. */
export const createPageStack = ({ built, realm, modules, registry, onSetData, onError }: StackSettings) => {
  const stack: OpenPage[] = []
  const registered = new Map<string, Registered>()

  const attempt = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      onError(error)
    }
  }
  const tell = (page: OpenPage, lifecycle: string, ...given: unknown[]) =>
    attempt(() => callMethod(page.instance, lifecycle, ...given))

  const create = (url: string): OpenPage => {
    const [path, query] = splitUrl(url)
    if (!built.pages.includes(path)) throw new Error(`page "${path}" is not found`)
    const options = registered.get(path) ?? registry.take('Page', () => modules.load(`${path}.js`))
    registered.set(path, options)
    const data = toPayload(options.data ?? {})
    const setData = (change: unknown, done: unknown) => {
      applyData(data, toPayload(change))
      onSetData()
      if (typeof done === 'function') setTimeout(() => attempt(() => Reflect.apply(done, page.instance, [])), 0)
    }
    const page: OpenPage = { path, data, instance: {} }
    page.instance = { ...options, data, route: path, __route__: path, is: path, options: realm.adopt(query), setData }
    return page
  }

  const show = (page: OpenPage, query: unknown) => {
    stack.push(page)
    tell(page, 'onLoad', query)
    tell(page, 'onShow')
    setTimeout(() => stack.includes(page) && tell(page, 'onReady'), 0)
  }

  const close = (count: number) => {
    for (const page of stack.splice(Math.max(stack.length - count, 0))) tell(page, 'onUnload')
  }

  const top = () => stack.at(-1)

  return {
    top,
    all: () => stack,
    navigateTo: (url: string) => {
      if (stack.length >= STACK_LIMIT) throw new Error(`webview count limit exceed: ${STACK_LIMIT} pages are open`)
      const page = create(url)
      const below = top()
      if (below) tell(below, 'onHide')
      show(page, page.instance.options)
    },
    redirectTo: (url: string) => {
      const page = create(url)
      close(1)
      show(page, page.instance.options)
    },
    reLaunch: (url: string) => {
      const page = create(url)
      close(stack.length)
      show(page, page.instance.options)
    },
    navigateBack: (delta: number) => {
      if (stack.length === 1) throw new Error('cannot navigate back at first page')
      close(Math.min(delta, stack.length - 1))
      const page = top()
      if (page) tell(page, 'onShow')
    },
  }
}

/** Values stay as they are in the address: WeChat decodes nothing. */
const splitUrl = (url: string): [path: string, query: Record<string, string>] => {
  const [path = '', search = ''] = url.split('?')
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return [name, value] as const
  })
  return [path.replace(/^\//, ''), Object.fromEntries(query)]
}

/** The `url` of navigation options. */
export const urlOf = (options: Record<string, unknown>): string => {
  if (!isRecord(options) || typeof options.url !== 'string') throw new Error('parameter error: url should be a string')
  return options.url
}
