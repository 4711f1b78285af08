import { once } from 'node:events'
import { LIVE_PATH, type LiveServerFrame } from '@little-bench/shared/work-queue/live'
import { WebSocket } from 'ws'
import { textOf } from '../src/platform/http/live-peer.ts'
import type { Client } from './client.ts'

export interface LiveSocket {
  socket: WebSocket
  /** Everything heard so far. */
  frames: LiveServerFrame[]
  say(frame: object): void
  sayText(text: string): void
  /** The code with which it was closed. */
  closed: Promise<number>
}

const open = new Set<WebSocket>()

/** Connects without saying anything. */
export const openSocket = async (url: string, path = LIVE_PATH): Promise<LiveSocket> => {
  const socket = new WebSocket(url.replace('http', 'ws') + path)
  open.add(socket)
  const frames: LiveServerFrame[] = []
  // Compared with what was expected, frame by frame.
  socket.on('message', (raw) => void frames.push(JSON.parse(textOf(raw))))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await once(socket, 'open')
  return {
    socket,
    frames,
    closed,
    say: (frame) => socket.send(JSON.stringify(frame)),
    sayText: (text) => socket.send(text),
  }
}

/** Connects as somebody who is signed in, and waits for the welcome. */
export const connect = async (url: string, client: Client): Promise<LiveSocket> => {
  const connected = await openSocket(url)
  connected.say({ type: 'hello', token: client.token })
  await once(connected.socket, 'message')
  return connected
}

export const closeSockets = (): void => {
  for (const socket of open) socket.terminate()
  open.clear()
}
