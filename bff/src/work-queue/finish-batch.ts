import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { type Trx, tables } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { clocksOf } from './item-facts.ts'
import { isBatch } from './work-item.policy.ts'
import { lockWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

/**
 * A batch is over: it is resolved and closed by nobody, so that none stays open after its time, also when no worker ever
 * took it. Nothing happens to one that is closed already.
 */
export const finishBatch = async (
  engine: Engine,
  trx: Trx,
  { communityId, workItemId }: { communityId: string; workItemId: string },
  now: Date,
): Promise<void> => {
  const item = await lockWorkItemById(trx, communityId, workItemId)
  if (!item || !isBatch(item)) throw new Error(`${workItemId} is no batch`)
  if (item.state === 'closed') return
  const inside = within(engine, trx)
  const resolved = isOpen(item.state) ? await resolveByItself(inside, trx, item, now) : item
  await applyStep(
    inside,
    trx,
    resolved,
    {
      kind: 'closed',
      actorId: null,
      change: { state: 'closed', outcome: 'solved', closed_at: now.toISOString() },
      details: { outcome: 'solved' },
    },
    now,
  )
}

/**
 * The time of a batch is another: whatever is due of it is due at its new end. Nothing was promised to anybody, so no line of
 * its history says so.
 */
export const moveBatch = async (
  trx: Trx,
  { communityId, workItemId }: { communityId: string; workItemId: string },
  dueAt: Date,
): Promise<void> => {
  const due = dueAt.toISOString()
  await tables<'work_item'>(trx)
    .updateTable('work_item')
    .set({ acceptance_due_at: due, first_reply_due_at: due, due_at: due })
    .where('community_id', '=', communityId)
    .where('id', '=', workItemId)
    .where('requester_id', 'is', null)
    .execute()
}

const resolveByItself = (engine: Engine, trx: Trx, item: RatedWorkItemRow, now: Date): Promise<RatedWorkItemRow> =>
  applyStep(
    engine,
    trx,
    item,
    {
      kind: 'resolved',
      actorId: null,
      change: { state: 'resolved', resolved_at: now.toISOString() },
      clocks: { clocks: endedInTime(item, now), changes: [] },
    },
    now,
  )

/** It is done when its time is over, and not when somebody looked. */
const endedInTime = (item: RatedWorkItemRow, now: Date) => {
  const clocks = clocksOf(item)
  const ended = ({ dueAt, endedAt }: (typeof clocks)['resolve']) => ({
    dueAt,
    endedAt: endedAt ?? (dueAt < now ? dueAt : now),
  })
  return {
    acceptance: ended(clocks.acceptance),
    first_reply: ended(clocks.first_reply),
    resolve: ended(clocks.resolve),
  }
}
