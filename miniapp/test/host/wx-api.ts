import { callable } from './realm'
import { isRecord } from './values'

/** 1 MB for one key. */
const KEY_LIMIT = 1024 * 1024

export interface WxSettings {
  storage: Map<string, string>
  fontSizeScaleFactor: number
  adopt: (value: unknown) => unknown
}

/** What the app asked the phone to do beside drawing pages: `makePhoneCall 12345`. */
export type PhoneLog = string[]

const APP_BASE = { SDKVersion: '3.7.12', version: '8.0.56', language: 'zh_CN', theme: 'light', enableDebug: false }
const WINDOW = {
  windowWidth: 375,
  windowHeight: 740,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 3,
  statusBarHeight: 44,
}
const DEVICE = { platform: 'android', system: 'Android 12', brand: 'demo', model: 'demo', benchmarkLevel: 20 }

/** The parts of `wx` that need neither pages nor network. */
export const createWxBasics = ({ storage, fontSizeScaleFactor, adopt }: WxSettings) => {
  const log: PhoneLog = []
  const networkListeners = new Set<(state: unknown) => void>()
  const appBase = () => adopt({ ...APP_BASE, fontSizeScaleFactor, fontSizeSetting: 16 * fontSizeScaleFactor })
  const launch = () => adopt({ path: 'home/pages/index/index', query: {}, scene: 1001, referrerInfo: {} })
  const nothing = () => undefined

  const api: Record<string, unknown> = {
    env: adopt({ USER_DATA_PATH: 'wxfile://usr' }),
    cloud: adopt({}),
    // Where webpack's runtime keeps its chunks.
    webpackJsonp: undefined,
    ...storageApi(storage, adopt),
    getAppBaseInfo: appBase,
    getWindowInfo: () =>
      adopt({ ...WINDOW, safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 } }),
    getDeviceInfo: () => adopt(DEVICE),
    getSystemInfoSync: () => adopt({ ...APP_BASE, ...WINDOW, ...DEVICE, fontSizeScaleFactor }),
    getSystemSetting: () => adopt({ locationEnabled: true, wifiEnabled: true }),
    getAccountInfoSync: () => adopt({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getNetworkType: asAsync('getNetworkType', () => ({ networkType: 'wifi' })),
    onNetworkStatusChange: (listener: unknown) => networkListeners.add(callable(listener)),
    offNetworkStatusChange: nothing,
    canIUse: () => true,
    nextTick: (work: unknown) => void Promise.resolve().then(() => callable(work)()),
    setNavigationBarTitle: asAsync('setNavigationBarTitle', ({ title }) => void log.push(`title ${String(title)}`)),
    makePhoneCall: asAsync('makePhoneCall', ({ phoneNumber }) => void log.push(`call ${String(phoneNumber)}`)),
    showToast: asAsync('showToast', ({ title }) => void log.push(`toast ${String(title)}`)),
    getLocation: asAsync('getLocation', () => ({ latitude: 29.652_81, longitude: 91.131_99, accuracy: 30 })),
    pageScrollTo: asAsync('pageScrollTo', nothing),
    stopPullDownRefresh: asAsync('stopPullDownRefresh', nothing),
  }
  for (const name of [
    'onAppShow',
    'offAppShow',
    'onAppHide',
    'offAppHide',
    'onError',
    'offError',
    'onUnhandledRejection',
    'offUnhandledRejection',
    'onPageNotFound',
    'onMemoryWarning',
  ]) {
    api[name] = nothing
  }
  const tellNetwork = (isConnected: boolean) => {
    for (const listener of networkListeners)
      listener(adopt({ isConnected, networkType: isConnected ? 'wifi' : 'none' }))
  }
  return { api, log, tellNetwork }
}

const storageApi = (storage: Map<string, string>, adopt: (value: unknown) => unknown) => ({
  getStorageSync: (key: unknown) => adopt(JSON.parse(storage.get(String(key)) ?? '""')),
  setStorageSync: (key: unknown, value: unknown) => {
    const json = JSON.stringify(value)
    if (json.length > KEY_LIMIT) throw new Error('setStorageSync:fail entry size limit reached')
    storage.set(String(key), json)
  },
  removeStorageSync: (key: unknown) => void storage.delete(String(key)),
  getStorageInfoSync: () => adopt({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
})

/**
 * A function with `success`, `fail` and `complete`, which WeChat calls later and never at once; called without any of them
 * it gives a promise.
 */
export const asAsync = (name: string, perform: (options: Record<string, unknown>) => unknown) => {
  const call = (options: Record<string, unknown>) => {
    const tell = (listener: unknown, result: object) => {
      if (typeof listener === 'function') callable(listener)(result)
    }
    setTimeout(() => {
      try {
        const result = perform(options)
        const answer = { errMsg: `${name}:ok`, ...(isRecord(result) ? result : {}) }
        tell(options.success, answer)
        tell(options.complete, answer)
      } catch (error) {
        const failure = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
        tell(options.fail, failure)
        tell(options.complete, failure)
      }
    }, 0)
  }
  return (given: unknown): unknown => {
    const options = isRecord(given) ? given : {}
    if (['success', 'fail', 'complete'].some((listener) => listener in options)) return call(options)
    return new Promise((success, fail) => call({ ...options, success, fail }))
  }
}
