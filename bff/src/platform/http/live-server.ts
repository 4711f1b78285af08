import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import { holdPeer, type LiveOptions } from './live-peer.ts'

export interface LiveServer {
  /** Answers upgrades on this HTTP server. */
  attach(server: Server): void
  /** Says goodbye to everybody and waits until all are gone, at most two seconds. */
  close(): Promise<void>
}

const MAX_FRAME = 4_096
/** Connections that one process holds; beyond them the desk asks every 20 seconds instead. */
const MAX_SOCKETS = 5_000
const GOING_AWAY = 1001
const GOODBYE_MS = 2_000

/**
 * WebSockets beside the operations, at one path. Any origin may connect, as with the operations: nothing is known of a
 * caller by cookies, only by the token in the first frame, which no foreign page has.
 */
export const createLiveServer = (path: string, options: LiveOptions & { trustProxy: boolean }): LiveServer => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false })
  const held = new Set<Promise<void>>()
  let isClosing = false

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    if (pathOf(request) !== path) return refuseUpgrade(socket, '404 Not Found')
    if (isClosing || sockets.clients.size >= MAX_SOCKETS) return refuseUpgrade(socket, '503 Service Unavailable')
    const address = addressOf(request, options.trustProxy)
    sockets.handleUpgrade(request, socket, head, (connected) => {
      const peer = holdPeer(connected, address, options)
      held.add(peer)
      void peer.then(() => held.delete(peer))
    })
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    async close() {
      isClosing = true
      for (const client of sockets.clients) client.close(GOING_AWAY)
      await Promise.race([Promise.all(held), sleep(GOODBYE_MS, undefined, { ref: false })])
      for (const client of sockets.clients) client.terminate()
      await Promise.all(held)
    },
  }
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? ''

const refuseUpgrade = (socket: Duplex, status: string): void =>
  void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)

/** As Koa finds it for requests: the last one that is named, which our own proxy saw. */
const addressOf = ({ headers, socket }: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = headers['x-forwarded-for']
  const seen = trustProxy && typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  return seen || (socket.remoteAddress ?? '')
}
