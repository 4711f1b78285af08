import type { Notice } from '@little-bench/shared/notifications/notices'
import { hasPhone } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { addCallLine } from './call-line.ts'
import { atCallTime, isCalledAtOnce } from './delivery.policy.ts'
import { type DeliveryKey, type OutgoingRow, standingOf } from './delivery.repository.ts'
import { type DueCall, listToCall, lockToCall, settleCallAbout } from './delivery-call.repository.ts'

const BATCH = 200

/**
 * The last way of the chain: whoever has not read in time what must not wait, and got nothing on their phone, is called by
 * the counter, once. One that fails holds up no other.
 */
export const callAboutUnread = async (
  context: Context & { log: Log },
  kinds: readonly Notice[],
  now: Date,
): Promise<void> => {
  let after: DueCall | undefined
  for (;;) {
    const due = await listToCall(context.db, now, { kinds, after, limit: BATCH })
    for (const key of due) {
      await callAbout(context, key, now).catch((error: unknown) =>
        context.log.error(
          { err: error, communityId: key.community_id, deliveryId: key.id },
          'nobody was asked to call',
        ),
      )
    }
    if (due.length < BATCH) return
    after = due.at(-1)
  }
}

const callAbout = (context: Context, key: DeliveryKey, now: Date): Promise<void> =>
  inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const row = await lockToCall(trx, key, now)
    if (row) await decide(context, trx, row, now)
  })

const decide = async (context: Context, trx: Trx, row: OutgoingRow, now: Date): Promise<void> => {
  const { kind, state, details } = row
  const doing = atCallTime({ kind, state, details, isRead: row.read_at !== null }, now)
  if (doing === 'wait') return
  if (doing === 'spare') {
    return settleCallAbout(trx, row, { ...standingOf(row), calledAt: null, isUnreachable: false }, now)
  }
  // Whoever is called need not hear of it once more when WeChat comes back, but of a child that waits.
  const standing =
    state === 'waiting' && !isCalledAtOnce(kind)
      ? ({ state: 'failed', problem: 'unavailable', nextAt: null } as const)
      : standingOf(row)
  const canBeCalled = await hasPhone(trx, row.person_id)
  if (canBeCalled) await addCallLine(context, trx, lineOf(row), now)
  await settleCallAbout(trx, row, { ...standing, calledAt: canBeCalled ? now : null, isUnreachable: !canBeCalled }, now)
}

const lineOf = (row: OutgoingRow) => ({
  kind: row.kind,
  personId: row.person_id,
  communityId: row.community_id,
  workItemId: row.work_item_id,
  isConfidential: row.is_confidential,
  details: row.details,
  jobId: row.id,
})
