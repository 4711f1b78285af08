import { types } from 'node:util'
import { callable } from './realm'
import { isRecord } from './values'

/** wx.request knows no PATCH. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

export interface NetworkSettings {
  /** Which address really answers for an address in the built code, like a hosts file. Others are refused. */
  servers: Record<string, string>
  /** Values are handed to the app in its own realm. */
  adopt: (value: unknown) => unknown
  onError: (error: unknown) => void
}

export interface Exchange {
  method: string
  path: string
  status: number
}

/** `wx.request` over real HTTP. */
export const createNetwork = ({ servers, adopt, onError }: NetworkSettings) => {
  const exchanges: Exchange[] = []
  let pending = 0
  let isOnline = true
  let end: { pattern: RegExp; act: () => void } | undefined

  const perform = async (options: Record<string, unknown>, signal: AbortSignal) => {
    const url = String(options.url)
    const method = typeof options.method === 'string' ? options.method.toUpperCase() : 'GET'
    const origin = Object.keys(servers).find((each) => url.startsWith(`${each}/`))
    const server = origin === undefined ? undefined : servers[origin]
    if (!METHODS.includes(method)) throw new Error(`request:fail method ${method} is not supported`)
    if (origin === undefined || server === undefined) throw new Error(`request:fail url not in domain list: ${url}`)
    if (end?.pattern.test(url)) {
      end.act()
      end = undefined
    }
    if (!isOnline) throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED')
    const hasBody = options.data !== undefined && method !== 'GET'
    const response = await fetch(server + url.slice(origin.length), {
      method,
      headers: { 'content-type': 'application/json', ...stringsOf(options.header) },
      ...(hasBody ? { body: bodyOf(options.data) } : {}),
      signal,
    })
    const text = await response.text()
    exchanges.push({ method, path: url.slice(origin.length), status: response.status })
    return {
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: parse(text),
      cookies: [],
      errMsg: 'request:ok',
    }
  }

  const request = (given: unknown) => {
    const options = isRecord(given) ? given : {}
    const controller = new AbortController()
    const tell = (name: 'success' | 'fail' | 'complete', result: unknown) => {
      const listener = options[name]
      if (typeof listener !== 'function') return
      try {
        callable(listener)(adopt(result))
      } catch (error) {
        onError(error)
      }
    }
    pending += 1
    void perform(options, controller.signal)
      .then(
        (answer) => ({ name: 'success' as const, result: answer }),
        (error: unknown) => ({ name: 'fail' as const, result: { errMsg: messageOf(error), errno: 600_001 } }),
      )
      .then(({ name, result }) => {
        tell(name, result)
        tell('complete', result)
      })
      .finally(() => {
        pending -= 1
      })
    return { abort: () => controller.abort(), onHeadersReceived: () => {}, offHeadersReceived: () => {} }
  }

  return {
    request,
    exchanges,
    pending: () => pending,
    /** Before the next request to such an address this happens. */
    before: (pattern: RegExp, act: () => void) => {
      end = { pattern, act }
    },
    setOnline: (online: boolean) => {
      isOnline = online
    },
  }
}

const messageOf = (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  return message.startsWith('request:fail') ? message : `request:fail ${message}`
}

const stringsOf = (header: unknown): Record<string, string> =>
  isRecord(header)
    ? Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))
    : {}

const bodyOf = (data: unknown) => {
  if (data instanceof Uint8Array || types.isArrayBuffer(data)) return new Uint8Array(data).slice()
  return typeof data === 'string' ? data : JSON.stringify(data)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
