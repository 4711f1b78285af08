import type { Context } from '../platform/context.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { callAboutUnread } from './call-unread.ts'
import { afterSending, CALLED, CALLED_AT_ONCE, LOST_AFTER_MS } from './delivery.policy.ts'
import { listLost, settleDelivery } from './delivery.repository.ts'
import { type Sending, sendNext } from './send-message.ts'

/** So many messages are handed over at the same time, each to somebody else. */
const PARALLEL = 8

export interface MessageSender {
  /** Sends all whose time has come. Who calls it meanwhile waits for one more round, and not for two at the same time. */
  sendWaiting(): Promise<void>
  /** What the clocks have come to: what got lost, what waits, and whom to call. */
  doWhatIsDue(): Promise<void>
}

export const createMessageSender = (sending: Sending): MessageSender => {
  let round: Promise<void> | undefined

  const sendAll = async (): Promise<void> => {
    const { wechat } = sending
    if (wechat === null) return
    const line = async () => {
      while (await sendNext(sending, wechat));
    }
    await Promise.all(Array.from({ length: PARALLEL }, line))
  }

  const sendWaiting = async (): Promise<void> => {
    await round?.catch(() => undefined)
    // Whoever else waited for the last round shares this one: what they were woken for is committed.
    round ??= sendAll().finally(() => {
      round = undefined
    })
    await round
  }

  return {
    sendWaiting,
    async doWhatIsDue() {
      await giveUpLost(sending, sending.clock.now())
      // A child that waits does not wait until ten thousand messages have gone out.
      await callAboutUnread(sending, CALLED_AT_ONCE, sending.clock.now())
      try {
        await sendWaiting()
      } finally {
        // Whatever keeps messages from going out, somebody calls.
        await callAboutUnread(sending, CALLED, sending.clock.now())
      }
    },
  }
}

/** What a process had in its hands when it died may have gone out: nobody sends it again. */
const giveUpLost = async (context: Context, now: Date): Promise<void> => {
  const lost = await listLost(context.db, new Date(now.getTime() - LOST_AFTER_MS))
  const standing = afterSending({ kind: 'unclear' }, 1, now)
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    for (const row of lost) await settleDelivery(trx, { key: row, from: ['sending'], standing }, now)
  })
}
