import { startClocks, startedChanges } from '@little-bench/shared/work-queue/clocks'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import type { Engine } from './engine.ts'
import { cancelFollowUps } from './follow-up.repository.ts'
import { circumstancesOf, columnsOfClocks } from './item-facts.ts'
import { placeAgain } from './route-again.ts'
import { tellLeads } from './tell.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * A new round: new clocks, nobody's hands, and another handler than the one who called it done: by the duty roster, or
 * whoever takes it, or whom those who lead the queue choose when they are told that nobody has it. An item that had ended in another stands on its own again. Whoever supervised or took part is asked anew.
 */
export const reopenItem = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  {
    actorId,
    actingForId = null,
    note,
    fileIds = [],
    now,
  }: {
    actorId: string
    actingForId?: string | null
    note: string
    fileIds?: readonly string[]
    now: Date
  },
): Promise<RatedWorkItemRow> => {
  const placed = await placeAgain(engine, trx, item)
  const { clockClass, calendar } = circumstancesOf(engine, { ...item, ...placed })
  const clocks = startClocks(now, clockClass, calendar)
  const former = item.assignee_id
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'reopened',
      actorId,
      actingForId,
      change: {
        ...placed,
        state: 'queued',
        outcome: null,
        assignee_id: null,
        former_handler_id: former,
        merged_into_id: null,
        resolved_at: null,
        closed_at: null,
        reopened_count: item.reopened_count + 1,
        round_started_at: now.toISOString(),
        suspensions: 0,
        asked_again: 0,
        climbed_at: null,
        is_asked_to_rate: false,
        ...columnsOfClocks(clocks),
      },
      clocks: { clocks, changes: startedChanges(clocks) },
      message: { body: note, visibleTo: 'requester', fileIds },
    },
    now,
  )
  await cancelFollowUps(trx, item)
  const given = await dispatchByRoster(engine, trx, after, { excluded: former === null ? [] : [former], now })
  if (given.state === 'queued') await tellLeads(engine, trx, given, { kind: 'staff_reopened', actorId, now })
  return given
}
