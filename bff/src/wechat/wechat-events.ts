import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log/log.ts'
import { NotYet, readEvent, type WechatEvent } from './wechat-event.ts'
import { endPush, lockPush, type PushRow } from './wechat-push.repository.ts'

/** Works through one event; what it writes and that the event is done are one. Throws NotYet to be told again. */
export type EventHandler = (trx: Trx, event: WechatEvent) => Promise<void>

export interface WechatEvents {
  /** Who is told of an event; several may be, in this order. An event that nobody asked for is kept and let be. */
  on(name: string, handler: EventHandler): void
  /** Works through a kept event once the transaction has committed. */
  follow(trx: Trx, pushId: string): Promise<void>
}

interface Waiting {
  pushId: string
  /** How often it was too early. */
  early?: number
}

const WORK_THROUGH = 'work-through-wechat-event'
const LONGEST_WAIT_SECONDS = 60
/** Whatever was being written when an event came is there by now, or never will be. */
const PATIENCE_MS = 3_600_000

/** Declares the job that works through what WeChat tells. */
export const createWechatEvents = (context: Context, log: Log): WechatEvents => {
  const handlers = new Map<string, EventHandler[]>()

  const run = async (trx: Trx, push: PushRow): Promise<'done' | 'early'> => {
    const event = readEvent(push.text)
    if (!event) return 'done'
    try {
      for (const handle of handlers.get(event.name) ?? []) await handle(trx, { ...event, id: push.id })
      return 'done'
    } catch (error) {
      if (error instanceof NotYet) return 'early'
      throw error
    }
  }

  const workThrough = async ({ payload: { pushId, early = 0 } }: Job<Waiting>): Promise<void> => {
    const now = context.clock.now()
    await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
      const push = await lockPush(trx, context.sealer, pushId)
      if (!push) return
      if ((await run(trx, push)) === 'done') return endPush(trx, pushId, now)
      if (now.getTime() - push.receivedAt.getTime() < PATIENCE_MS) {
        const delaySeconds = Math.min(2 ** early, LONGEST_WAIT_SECONDS)
        return context.jobs.enqueue(trx, WORK_THROUGH, { pushId, early: early + 1 }, { delaySeconds })
      }
      log.warn({ pushId }, 'a WeChat event is about something that never came')
      return endPush(trx, pushId, now)
    })
  }

  context.jobs.handle<Waiting>(WORK_THROUGH, workThrough)
  return {
    on: (name, handler) => void handlers.set(name, [...(handlers.get(name) ?? []), handler]),
    follow: (trx, pushId) => context.jobs.enqueue(trx, WORK_THROUGH, { pushId }),
  }
}
