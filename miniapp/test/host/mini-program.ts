import { readBuiltFiles } from './built-files'
import { dispatch } from './events'
import { createModules, createRegistry, type Registered } from './modules'
import { createPageStack, type OpenPage, urlOf } from './page-stack'
import { createRealm } from './realm'
import { callMethod, isRecord } from './values'
import { asAsync, createWxBasics } from './wx-api'
import { createFiles, createSound } from './wx-files'
import { createWechatPeople, type WechatOwner } from './wx-people'
import { createPrivacy } from './wx-privacy'
import { createNetwork } from './wx-request'
import { createSockets } from './wx-socket'
import { compileWxml, type Rendered } from './wxml'

export interface HostSettings {
  /** Folder of the built mini-program. */
  root: string
  /** Which address really answers for the API address that was built in. */
  servers: Record<string, string>
  /** The phone's storage; give the same map again to open the app a second time. */
  storage?: Map<string, string>
  /** The files of the phone; the same map again, as with the storage. */
  files?: Map<string, Buffer>
  fontSizeScaleFactor?: number
  /** Who holds it; a stranger to WeChat unless it is said. */
  owner?: WechatOwner | undefined
}

/** A phone without a screen that runs the built mini-program, unmodified. */
export const startMiniProgram = ({
  root,
  servers,
  storage = new Map(),
  files = new Map(),
  fontSizeScaleFactor = 1,
  owner,
}: HostSettings) => {
  const built = readBuiltFiles(root)
  const wxml = compileWxml(root)
  /** Everything that a real phone would have refused or a developer would have seen in red. */
  const troubles: string[] = []
  const undefinedApis = new Set<string>()
  let changes = 0
  const onError = (error: unknown) =>
    void troubles.push(`error: ${error instanceof Error ? error.stack : String(error)}`)

  const realm = createRealm({
    onForbidden: (use) => void troubles.push(`forbidden: ${use}`),
    onConsole: (level, words) => {
      if (level === 'error') troubles.push(`console: ${words}`)
    },
    onError,
  })
  const onRejection = (error: unknown) => onError(error)
  process.on('unhandledRejection', onRejection)

  const registry = createRegistry(realm)
  const modules = createModules(built, realm)
  const basics = createWxBasics({ storage, fontSizeScaleFactor, adopt: realm.adopt })
  const wechat = createWechatPeople(realm.adopt, owner)
  const onDisk = createFiles({ files, adoptBytes: realm.adoptBytes })
  const sound = createSound({ adopt: realm.adopt, keepTemporary: onDisk.keepTemporary })
  const network = createNetwork({ servers, adopt: realm.adopt, onError })
  const sockets = createSockets({ servers, adopt: realm.adopt, onError })
  const privacy = createPrivacy({ adopt: realm.adopt, screen: () => render() })
  const stack = createPageStack({ built, realm, modules, registry, onError, onSetData: () => (changes += 1) })

  const api: Record<PropertyKey, unknown> = {
    ...basics.api,
    ...onDisk.api,
    ...sound.api,
    ...privacy.api,
    ...wechat.api,
    request: network.request,
    connectSocket: sockets.connectSocket,
    navigateTo: asAsync('navigateTo', (options) => stack.navigateTo(urlOf(options))),
    redirectTo: asAsync('redirectTo', (options) => stack.redirectTo(urlOf(options))),
    reLaunch: asAsync('reLaunch', (options) => stack.reLaunch(urlOf(options))),
    navigateBack: asAsync('navigateBack', ({ delta = 1 }) => stack.navigateBack(Number(delta))),
  }
  privacy.guard(api)
  const wx = new Proxy(api, {
    get: (target, name) => {
      if (!(name in target) && typeof name === 'string') undefinedApis.add(name)
      return target[name]
    },
  })
  realm.define('wx', wx)
  realm.define('getCurrentPages', () => stack.all().map(({ instance }) => instance))

  // While app.js itself is loading there is no app yet.
  const running: { app?: Registered } = {}
  realm.define('getApp', () => running.app)
  const app = registry.take('App', () => modules.load('app.js'))
  running.app = app
  const component = registry.take('Component', () => modules.load('comp.js'))

  const launch = () => {
    const [first = ''] = built.app.pages
    const options = realm.adopt({ path: first, query: {}, scene: 1001, referrerInfo: {}, shareTicket: '' })
    callMethod(app, 'onLaunch', options)
    callMethod(app, 'onShow', options)
    stack.navigateTo(`/${first}`)
  }

  const topPage = (): OpenPage => {
    const page = stack.top()
    if (!page) throw new Error('no page is open')
    return page
  }

  let drawn: { page: OpenPage; changes: number; screen: Rendered } | undefined
  const render = (): Rendered => {
    const page = topPage()
    if (drawn?.page !== page || drawn.changes !== changes) {
      const screen = withComponents(wxml.render(`${page.path}.wxml`, JSON.stringify(page.data)))
      drawn = { page, changes, screen }
    }
    return drawn.screen
  }

  /** Deep trees go on inside the component that Taro made for that. */
  const withComponents = (element: Rendered): Rendered => {
    if (element.tag === 'comp') {
      const { i, l } = element.attributes
      const inside = wxml.render('comp.wxml', JSON.stringify({ i, l }))
      element.children = inside.children
    }
    for (const child of element.children) {
      if (typeof child === 'string') continue
      child.parent = element
      withComponents(child)
    }
    return element
  }

  const happen = (element: Rendered, type: string, detail: Record<string, unknown>): number =>
    dispatch(element, { type, detail }, (at, handler, event) => {
      const owner = isInComponent(at) ? component.methods : topPage().instance
      const method = isRecord(owner) ? owner[handler] : undefined
      if (typeof method !== 'function') throw new Error(`"${handler}" is bound and does not exist`)
      try {
        // Not adopted: Taro writes into the event, as it does on the phone.
        Reflect.apply(method, owner, [event])
      } catch (error) {
        onError(error)
      }
    })

  /** A finger on it; a button of WeChat's own then does what it is for and tells the page. */
  const tap = (element: Rendered): number => {
    const agreed = privacy.tapped(element)
    const called = wechat.inTap(() => happen(element, 'tap', { x: 1, y: 1 }))
    if (agreed !== undefined) return called + happen(element, agreed, { errMsg: `${agreed}:ok` })
    if (element.attributes.openType !== 'getPhoneNumber') return called
    return called + happen(element, 'getphonenumber', wechat.phoneNumber())
  }

  const setOnline = (isOnline: boolean) => {
    network.setOnline(isOnline)
    basics.tellNetwork(isOnline)
  }

  return {
    launch,
    render,
    happen,
    tap,
    troubles,
    undefinedApis,
    phoneLog: basics.log,
    exchanges: network.exchanges,
    pagePath: () => topPage().path,
    changes: () => changes,
    pendingRequests: network.pending,
    goBack: () => stack.navigateBack(1),
    /** An address from a message or a code: that page alone is open afterwards. */
    openAt: (url: string) => stack.reLaunch(url),
    setOnline,
    /** The network goes just before a request to such an address. */
    loseNetworkBefore: (pattern: RegExp) => network.before(pattern, () => setOnline(false)),
    /** The templates of each panel of WeChat's that was opened. */
    panels: wechat.panels,
    /** How often the app asked WeChat who holds the phone. */
    logins: wechat.logins,
    /** What the person takes or chooses next. */
    pictures: onDisk.pictures,
    /** What the person says, and whether the phone may listen. */
    speaker: sound.person,
    /** WeChat's privacy guide, and what the person has said to it. */
    privacy,
    stop: () => {
      sockets.stop()
      realm.stop()
      process.off('unhandledRejection', onRejection)
    },
  }
}

export type MiniProgram = ReturnType<typeof startMiniProgram>

const isInComponent = (element: Rendered): boolean =>
  element.parent !== undefined && (element.parent.tag === 'comp' || isInComponent(element.parent))
