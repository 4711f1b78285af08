import type { LiveClientFrame, LiveServerFrame } from '@little-bench/shared/work-queue/live'
import Taro from '@tarojs/taro'
import { parseLiveFrame } from './live-frame'
import { liveUrl } from './live-url'

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 60_000
/** Without a welcome by then the connection is tried afresh. */
const WELCOME_MS = 10_000
const OPEN = 1

interface LiveOptions {
  token: string
  onFrame: (frame: LiveServerFrame) => void
  /** True from the welcome until the connection is lost. */
  onChange: (isLive: boolean) => void
}

export interface LiveConnection {
  /** Says it when there is a connection; else it is left unsaid, and whoever needs it says it again. */
  say: (frame: LiveClientFrame) => void
  close: () => void
}

/** Keeps one live connection open, with growing delays between attempts, until it is closed or refused. */
export const connectLive = ({ token, onFrame, onChange }: LiveOptions): LiveConnection => {
  let task: Taro.SocketTask | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWelcome = false
  let isOver = false
  let failures = 0

  const send = (to: Taro.SocketTask, frame: LiveClientFrame) => to.send({ data: JSON.stringify(frame) })

  const lose = (lost: Taro.SocketTask | undefined) => {
    if (task !== lost || isOver) return
    task = undefined
    if (isWelcome) onChange(false)
    isWelcome = false
    clearTimeout(timer)
    timer = setTimeout(() => void open(), delayAfter(failures))
    failures += 1
  }

  const hear = (frame: LiveServerFrame) => {
    if (frame.type === 'refused') {
      close()
      return
    }
    if (frame.type === 'welcome') {
      clearTimeout(timer)
      failures = 0
      isWelcome = true
      onChange(true)
    }
    onFrame(frame)
  }

  const open = async () => {
    const opened = await Taro.connectSocket({ url: liveUrl() }).catch(() => undefined)
    if (!opened) {
      lose(undefined)
      return
    }
    if (isOver) {
      opened.close({})
      return
    }
    task = opened
    const drop = () => {
      opened.close({})
      lose(opened)
    }
    timer = setTimeout(drop, WELCOME_MS)
    const hello = () => send(opened, { type: 'hello', token })
    opened.onMessage(({ data }) => {
      const frame = parseLiveFrame(data)
      if (frame && task === opened) hear(frame)
    })
    opened.onClose(() => lose(opened))
    opened.onError(drop)
    // WeChat gives the task when the connection may already be open.
    if (opened.readyState === OPEN) hello()
    else opened.onOpen(hello)
  }

  const close = () => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    task?.close({})
    if (isWelcome) onChange(false)
    isWelcome = false
  }

  void open()
  return {
    say: (frame) => {
      if (isWelcome && task?.readyState === OPEN) send(task, frame)
    },
    close,
  }
}

/** Twice as long each time, and not the same for everybody: a server that starts again is not met by all at once. */
const delayAfter = (failures: number): number =>
  Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures) * (0.5 + Math.random() / 2)
