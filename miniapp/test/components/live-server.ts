// The live connection of the stand-in desk: a real WebSocket server at the desk's address that welcomes the worker,
// writes down what it is told, and says what a test wants said.
import { LIVE_PATH, type LiveServerFrame } from '@little-bench/shared/work-queue/live'
import { type RawData, WebSocketServer } from 'ws'
import { type Desk, queueId } from './desk-server'

export interface LiveDesk {
  /** What clients said, in order. */
  heard: unknown[]
  /** To everybody who is connected. */
  say: (frame: LiveServerFrame) => void
  /** Whether the next hello is welcome. */
  isOpen: boolean
  /** Cuts every connection, as a restart does. */
  cut: () => void
  stop: () => void
}

export const startLive = (desk: Desk): LiveDesk => {
  const sockets = new WebSocketServer({ server: desk.server, path: LIVE_PATH })
  const live: LiveDesk = {
    heard: [],
    isOpen: true,
    say: (frame) => {
      for (const socket of sockets.clients) socket.send(JSON.stringify(frame))
    },
    cut: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
    stop: () => {
      live.cut()
      sockets.close()
    },
  }
  const textOf = (data: RawData): string => {
    if (Array.isArray(data)) return Buffer.concat(data).toString()
    return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString()
  }
  sockets.on('connection', (socket) => {
    socket.on('message', (data: RawData) => {
      const frame: unknown = JSON.parse(textOf(data))
      live.heard.push(frame)
      if (!isHello(frame)) return
      const answer: LiveServerFrame = live.isOpen ? { type: 'welcome', queueIds: [queueId] } : { type: 'refused' }
      socket.send(JSON.stringify(answer))
      if (!live.isOpen) socket.close()
    })
  })
  return live
}

const isHello = (frame: unknown): boolean =>
  typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'hello'
