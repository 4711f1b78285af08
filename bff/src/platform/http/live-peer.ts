import { AppError } from '@little-bench/shared/kernel/errors'
import { type RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { Log } from '../log/log.ts'
import type { LimitRate } from './rate-limits.ts'
import type { Authenticate, SignedIn } from './viewer.ts'

export type LiveViewer = SignedIn

/** One person at the other end of a live connection. */
export interface LivePeer {
  /** As the session was checked last. */
  viewer(): LiveViewer
  send(frame: object): void
}

/** What a feature does with one connection. */
export interface LiveSession {
  /** A frame after `hello`. Errors: a zod error or an AppError ends the connection. */
  heard(frame: unknown): Promise<void>
  /** The session was checked again: roles may have changed. */
  checked(): void
  left(): Promise<void>
}

export interface LiveOptions {
  authenticate: Authenticate
  limitRate: LimitRate
  log: Log
  /** Begins a session; undefined refuses the person. */
  join(peer: LivePeer): LiveSession | undefined
  /** Milliseconds between two checks of the session, and between two pings. */
  checkMs?: number
  pingMs?: number
}

const HELLO_MS = 5_000
const CHECK_MS = 60_000
const PING_MS = 30_000
/** A peer that reads nothing while this many bytes wait for it is gone, or nearly. */
const MAX_BUFFERED = 262_144

const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013
const INTERNAL_ERROR = 1011

const Hello = z.object({ type: z.literal('hello'), token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) })

/** A text frame, in however many pieces it came. */
export const textOf = (raw: RawData): string => {
  if (Array.isArray(raw)) return Buffer.concat(raw).toString()
  return (raw instanceof ArrayBuffer ? Buffer.from(raw) : raw).toString()
}

/**
 * Speaks with one socket: `hello` within five seconds, then frames one after the other, of which only the newest waits,
 * for each says the whole of what it says. The session is checked every minute, and a peer that answers no ping is cut.
 * Resolves when the peer has gone and its session has ended.
 */
export const holdPeer = (socket: WebSocket, address: string, options: LiveOptions): Promise<void> => {
  const { authenticate, limitRate, log, join, checkMs = CHECK_MS, pingMs = PING_MS } = options
  let token: string | undefined
  let viewer: LiveViewer | undefined
  let session: LiveSession | undefined
  let waiting: string | undefined
  let hearing: Promise<void> | undefined
  let isAlive = true

  const send = (frame: object): void => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > MAX_BUFFERED) return socket.terminate()
    socket.send(JSON.stringify(frame))
  }
  const refuse = (): void => {
    send({ type: 'refused' })
    socket.close(POLICY_VIOLATION)
  }
  const currentViewer = (): LiveViewer => {
    if (!viewer) throw new Error('nobody has said hello')
    return viewer
  }

  const greet = async (frame: unknown): Promise<void> => {
    const hello = Hello.safeParse(frame)
    const known = hello.success ? await authenticate(hello.data.token) : null
    if (!hello.success || !known) {
      await limitRate('read', address)
      return refuse()
    }
    if (socket.readyState !== WebSocket.OPEN) return
    token = hello.data.token
    viewer = known
    session = join({ viewer: currentViewer, send })
    clearTimeout(helloTimer)
    if (!session) refuse()
  }

  const hear = async (text: string): Promise<void> => {
    if (viewer) await limitRate('read', viewer.personId)
    const frame: unknown = JSON.parse(text)
    await (session ? session.heard(frame) : greet(frame))
  }

  const end = (error: unknown): void => {
    if (error instanceof AppError && error.code === 'rate_limited') return socket.close(TRY_AGAIN_LATER)
    if (error instanceof z.ZodError || error instanceof SyntaxError) return socket.close(POLICY_VIOLATION)
    log.error({ err: error }, 'live connection failed')
    socket.close(INTERNAL_ERROR)
  }

  const hearAll = async (): Promise<void> => {
    while (waiting !== undefined && socket.readyState === WebSocket.OPEN) {
      const text = waiting
      waiting = undefined
      await hear(text)
    }
    hearing = undefined
  }

  const checkSession = async (): Promise<void> => {
    if (token === undefined) return
    const known = await authenticate(token)
    if (!known) return refuse()
    viewer = known
    session?.checked()
  }

  const helloTimer = setTimeout(refuse, HELLO_MS)
  const checkTimer = setInterval(() => void checkSession().catch(end), checkMs)
  const pingTimer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, pingMs)

  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('message', (raw, isBinary) => {
    if (isBinary) return socket.close(POLICY_VIOLATION)
    waiting = textOf(raw)
    hearing ??= hearAll().catch(end)
  })
  // A frame that is too large or broken: ws closes the socket with the right code.
  socket.on('error', () => undefined)
  return new Promise((resolve) => {
    socket.on('close', () => {
      clearTimeout(helloTimer)
      clearInterval(checkTimer)
      clearInterval(pingTimer)
      const leave = async (): Promise<void> => {
        await hearing
        await session?.left()
      }
      leave()
        .catch((error: unknown) => log.warn({ err: error }, 'live connection was not left'))
        .finally(resolve)
    })
  })
}
