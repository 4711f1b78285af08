import { chooseHandler, onDutyAt } from '@little-bench/shared/work-queue/roster'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { dispatchCandidates } from './dispatch-candidates.ts'
import { type Engine, within } from './engine.ts'
import { countOpenByAssignee, findNewestRoster } from './roster.repository.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * Gives a queued item to whoever is on duty in its queue with the least to do, when the queue's roster says so. `excluded`
 * are those who must not get it again. Unchanged when nobody is there: then it waits to be claimed.
 */
export const dispatchByRoster = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  { excluded, now }: { excluded: readonly string[]; now: Date },
): Promise<RatedWorkItemRow> => {
  // While another unit is asked to take it, nobody here starts on it.
  if (item.state !== 'queued' || item.referred_queue_id !== null) return item
  const roster = await findNewestRoster(trx, item.queue_id)
  const onDuty = onDutyAt(roster?.shifts ?? [], now)
  if (roster?.mode !== 'roster' || onDuty.length === 0) return item
  // Whoever has left the queue since the roster was saved is still named in it.
  const candidates = (await dispatchCandidates(within(engine, trx), item)).map(({ id }) => id)
  const assigneeId = chooseHandler(roster.shifts, {
    now,
    loads: await countOpenByAssignee(trx, onDuty),
    excluded: [...excluded, ...onDuty.filter((id) => !candidates.includes(id))],
  })
  if (assigneeId === undefined) return item
  return applyStep(
    engine,
    trx,
    item,
    {
      kind: 'dispatched',
      actorId: null,
      change: { state: 'dispatched', assignee_id: assigneeId },
      details: { assigneeId },
    },
    now,
  )
}
