import { peopleInScope } from '../people/index.ts'
import type { Engine } from './engine.ts'
import { servedQueues } from './work-item.policy.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** Whom an item of this queue may be dispatched to: whoever serves it and is not excluded from the item. */
export const dispatchCandidates = async (
  engine: Engine,
  item: Pick<WorkItemRow, 'queue_id' | 'excluded_staff_ids'>,
): Promise<{ id: string; name: string }[]> => {
  const config = engine.config()
  const queue = config.queues.get(item.queue_id)
  if (!queue) return []
  const people = await peopleInScope(engine, { communityId: queue.communityId, unitId: queue.unitId })
  return people
    .filter(({ id }) => !item.excluded_staff_ids.includes(id))
    .filter(({ roles }) => servedQueues(roles, config).has(queue.id))
    .map(({ id, name }) => ({ id, name }))
}
