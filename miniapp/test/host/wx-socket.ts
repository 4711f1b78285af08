import { type RawData, WebSocket } from 'ws'
import { callable } from './realm'
import { isRecord } from './values'

interface SocketSettings {
  /** Which address really answers for an address in the built code, like a hosts file. Others are refused. */
  servers: Record<string, string>
  adopt: (value: unknown) => unknown
  onError: (error: unknown) => void
}

const asWebSocket = (origin: string): string => origin.replace(/^http/, 'ws')

/** `wx.connectSocket` over a real WebSocket. */
export const createSockets = ({ servers, adopt, onError }: SocketSettings) => {
  const open = new Set<WebSocket>()

  const connectSocket = (given: unknown) => {
    const url = isRecord(given) ? String(given.url) : ''
    const origin = Object.keys(servers).find((each) => url.startsWith(`${asWebSocket(each)}/`))
    const server = origin === undefined ? undefined : servers[origin]
    if (origin === undefined || server === undefined)
      throw new Error(`connectSocket:fail url not in domain list: ${url}`)
    const socket = new WebSocket(asWebSocket(server) + url.slice(asWebSocket(origin).length))
    open.add(socket)
    const listen = (name: string, toResult: (...args: unknown[]) => object) => (listener: unknown) =>
      void socket.on(name, (...args: unknown[]) => {
        try {
          callable(listener)(adopt(toResult(...args)))
        } catch (error) {
          onError(error)
        }
      })
    // Without a listener of its own a refused connection would end the process.
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    return {
      get readyState() {
        return socket.readyState
      },
      onOpen: listen('open', () => ({})),
      onMessage: (listener: unknown) =>
        void socket.on('message', (raw: RawData) => callable(listener)(adopt({ data: textOf(raw) }))),
      onClose: listen('close', (code) => ({ code, reason: '' })),
      onError: listen('error', () => ({ errMsg: 'connectSocket:fail' })),
      send: (options: unknown) => {
        if (isRecord(options) && socket.readyState === WebSocket.OPEN) socket.send(String(options.data))
      },
      close: () => socket.close(),
    }
  }

  return {
    connectSocket,
    stop: () => {
      for (const socket of open) socket.terminate()
    },
  }
}

const textOf = (raw: RawData): string => {
  if (Array.isArray(raw)) return Buffer.concat(raw).toString()
  return (raw instanceof ArrayBuffer ? Buffer.from(raw) : raw).toString()
}
