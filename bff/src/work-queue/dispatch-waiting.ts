import { onDutyAt } from '@little-bench/shared/work-queue/roster'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { type Engine, within } from './engine.ts'
import { listFormerHandlers, listNewestRosters, listWaitingItems, lockWaitingItem } from './roster.repository.ts'

/** What one look hands out at most; the next minute goes on. */
const BATCH = 500

/**
 * What came in at night, or while nobody else was there, is handed out when somebody comes on duty, in the order of a
 * queue. Nobody gets again what they have had before. Answers how many items were dispatched.
 */
export const dispatchWaitingItems = async (engine: Engine, now: Date, log: Log): Promise<number> => {
  const rosters = await listNewestRosters(engine.db)
  const staffed = rosters.filter(({ mode, shifts }) => mode === 'roster' && onDutyAt(shifts, now).length > 0)
  if (staffed.length === 0) return 0
  const queueIds = staffed.map(({ queue_id: queueId }) => queueId)
  let dispatched = 0
  for (const address of await listWaitingItems(engine.db, queueIds, BATCH)) {
    try {
      dispatched += await inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
        const item = await lockWaitingItem(trx, address)
        if (!item) return 0
        const excluded = await listFormerHandlers(trx, item)
        const after = await dispatchByRoster(within(engine, trx), trx, item, { excluded, now })
        return after.state === 'dispatched' ? 1 : 0
      })
    } catch (error) {
      const { community_id: communityId, id: workItemId } = address
      log.error({ err: error, communityId, workItemId }, 'dispatch failed')
    }
  }
  return dispatched
}
