// What pages use of Taro on the web, over the browser that jsdom gives: storage is real, requests go over fetch,
// and opening a page is written down.
import { useEffect } from 'react'

interface RequestOptions {
  url: string
  method: string
  data?: unknown
  header: Record<string, string>
}

/** Every page that was opened or replaced, in order: `navigateTo /issues/pages/list/index`. */
export const visited: string[] = []

const visit = (how: string) => async (options?: { url?: string }) => {
  visited.push([how, options?.url].filter(Boolean).join(' '))
}

const Taro = {
  request: async ({ url, method, data, header }: RequestOptions) => {
    const body = data === undefined ? {} : { body: bodyOf(data) }
    const answer = await fetch(url, { method, headers: header, ...body })
    const text = await answer.text()
    return { statusCode: answer.status, data: parse(text) }
  },
  connectSocket: async ({ url }: { url: string }) => socketTask(new WebSocket(url)),
  getStorageSync: (key: string) => localStorage.getItem(key) ?? '',
  setStorageSync: (key: string, value: string) => localStorage.setItem(key, value),
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  navigateTo: visit('navigateTo'),
  redirectTo: visit('redirectTo'),
  reLaunch: visit('reLaunch'),
  navigateBack: visit('navigateBack'),
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => {
    visited.push(`call ${phoneNumber}`)
  },
  setNavigationBarTitle: async ({ title }: { title: string }) => {
    document.title = title
  },
  getCurrentPages: () => [{}],
  setClipboardData: async ({ data }: { data: string }) => {
    visited.push(`copy ${data}`)
  },
  pageScrollTo: async () => undefined,
  getLocation: async () => {
    const position = await new Promise<GeolocationPosition>((found, refused) =>
      navigator.geolocation.getCurrentPosition(found, refused),
    )
    return position.coords
  },
}

/** As Taro's web side wraps the browser's own. */
const socketTask = (socket: WebSocket) => ({
  get readyState() {
    return socket.readyState
  },
  send: ({ data }: { data: string }) => socket.send(data),
  close: () => socket.close(),
  onOpen: (act: () => void) => socket.addEventListener('open', act),
  onMessage: (act: (message: { data: unknown }) => void) =>
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => act({ data })),
  onClose: (act: () => void) => socket.addEventListener('close', act),
  onError: (act: () => void) => socket.addEventListener('error', act),
})

/** Bytes of another realm are none by `instanceof`. */
const bodyOf = (data: unknown) => (isBytes(data) ? data : JSON.stringify(data))
const isBytes = (data: unknown): data is ArrayBuffer => Object.prototype.toString.call(data) === '[object ArrayBuffer]'

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export default Taro

export const useRouter = () => ({ params: Object.fromEntries(new URLSearchParams(location.search)) })
// Once, as when a page opens; a callback that is new at every render is not another show.
// oxlint-disable-next-line react/exhaustive-deps
export const useDidShow = (onShow: () => void): void => useEffect(() => onShow(), [])
/** Pages here are never hidden by another one. */
export const useDidHide = (): void => undefined
export const usePullDownRefresh = (): void => undefined
export const useReachBottom = (): void => undefined
export const useLaunch = (onLaunch: () => void): void => useEffect(onLaunch, [onLaunch])
