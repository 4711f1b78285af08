import type { CallNotice } from '@little-bench/shared/notifications/notices'
import type { Trx } from '../platform/db/database.ts'
import {
  dropCallLineOfJob,
  dropCallLinesAbout as dropLinesAbout,
  dropCallLines as dropLinesOf,
} from './call-list.repository.ts'
import { isCalledAtOnce } from './delivery.policy.ts'
import { listCallsAbout, spareCall, takeBackDeliveries } from './delivery-call.repository.ts'

interface About {
  communityId: string
  kinds: readonly CallNotice[]
  aboutPersonIds: readonly string[]
}

/**
 * What is to be said of people, to them or to whoever looks after it, is said no more: not by the counter, and not by WeChat
 * where it has not gone out yet. Deliveries are held before calls, as the chain goes.
 */
export const dropCallLinesAbout = async (trx: Trx, about: About, now: Date): Promise<void> => {
  await takeBackDeliveries(trx, about)
  await dropLinesAbout(trx, about, now)
}

/**
 * Somebody has read it: nobody calls about it any more, also where it stands on the list already. Not so of a child that
 * waits: there both are done.
 */
export const spareReader = async (trx: Trx, inboxMessageId: string, now: Date): Promise<void> => {
  await spareCall(trx, inboxMessageId)
  for (const { community_id: communityId, id: jobId, kind } of await listCallsAbout(trx, inboxMessageId)) {
    if (!isCalledAtOnce(kind)) await dropCallLineOfJob(trx, { communityId, jobId }, now)
  }
}

/** What is to be called about an item is called no more. */
export const dropCallLines = async (
  trx: Trx,
  of: { communityId: string; personId: string; workItemId: string },
  now: Date,
): Promise<void> => {
  await takeBackDeliveries(trx, of)
  await dropLinesOf(trx, of, now)
}
