import { type PushAnswer, type PushOptions, type PushTarget, postPush } from './push.ts'

/** Repeated until the answer is `success`, so many times at most. */
const REPEATS = 3

export interface Pusher {
  /** Where events go from now on; null keeps them. */
  target(target: PushTarget | null): void
  /** Sends one event, with its copies, and answers what came back; it is repeated when that was no `success`. */
  push(event: Readonly<Record<string, unknown>>, options?: PushOptions): Promise<PushAnswer[]>
  /** The same on its own: `settled` waits for it. */
  follow(event: Readonly<Record<string, unknown>>, options?: PushOptions): void
  /** Once nothing is on its way any more. */
  settled(): Promise<void>
  /** Events that were never answered with `success`. */
  lost(): number
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Tells the server of this mini-program what happened, as WeChat does. */
export const createPusher = (options: { appId: string; now(): number; repeatAfterMs: number }): Pusher => {
  const { appId, now, repeatAfterMs } = options
  const onTheWay = new Set<Promise<unknown>>()
  let target: PushTarget | null = null
  let lost = 0

  const post = async (
    event: Readonly<Record<string, unknown>>,
    to: PushTarget,
    how: PushOptions,
  ): Promise<PushAnswer> => {
    let answer: PushAnswer = { status: 0, text: '' }
    for (let tried = 0; tried <= REPEATS; tried += 1) {
      if (tried > 0) await pause(repeatAfterMs)
      answer = await postPush(event, to, { appId, now: now(), options: how }).catch((error: unknown) => ({
        status: 0,
        text: String(error),
      }))
      // Only what is WeChat's own is repeated; a test that forges wants one answer.
      if (answer.text === 'success' || answer.text === '' || how.forged || how.wrongAppId || how.plain) return answer
    }
    lost += 1
    return answer
  }

  const push: Pusher['push'] = async (event, how = {}) => {
    if (!target) return []
    const to = target
    if (how.delayMs) await pause(how.delayMs)
    const copies = Array.from({ length: 1 + (how.duplicate ?? 0) }, () => post(event, to, how))
    return Promise.all(copies)
  }

  return {
    target(next) {
      target = next
    },
    push,
    follow(event, how) {
      const way = push(event, how)
      onTheWay.add(way)
      void way.finally(() => onTheWay.delete(way))
    },
    async settled() {
      while (onTheWay.size > 0) await Promise.all(onTheWay)
    },
    lost: () => lost,
  }
}
