import { peopleInScope } from '../people/index.ts'
import type { Engine } from './engine.ts'
import { servedQueues } from './work-item.policy.ts'
import type { WorkItemRow } from './work-item.repository.ts'

export interface QueueStaffMember {
  id: string
  name: string
  /** Hands out work in this queue. */
  isLead: boolean
}

/** Everybody who serves a queue, by name. */
export const staffOfQueue = async (engine: Engine, queueId: string): Promise<QueueStaffMember[]> => {
  const config = engine.config()
  const queue = config.queues.get(queueId)
  if (!queue) return []
  const people = await peopleInScope(engine, { communityId: queue.communityId, unitId: queue.unitId })
  return people.flatMap(({ id, name, roles }) => {
    const isLead = servedQueues(roles, config).get(queueId)
    return isLead === undefined ? [] : [{ id, name, isLead }]
  })
}

/** A reopened item goes to another than had it before, as long as anybody else is there for it. */
export const isLeftToAnother = async (
  engine: Engine,
  item: Pick<WorkItemRow, 'queue_id' | 'excluded_staff_ids' | 'assignee_id' | 'former_handler_id'>,
  personId: string,
): Promise<boolean> =>
  item.former_handler_id === personId && (await dispatchCandidates(engine, item)).some(({ id }) => id !== personId)

/** Whom an item may be dispatched or transferred to: whoever serves its queue, is not excluded and does not have it. */
export const dispatchCandidates = async (
  engine: Engine,
  item: Pick<WorkItemRow, 'queue_id' | 'excluded_staff_ids' | 'assignee_id'>,
): Promise<QueueStaffMember[]> =>
  (await staffOfQueue(engine, item.queue_id)).filter(
    ({ id }) => id !== item.assignee_id && !item.excluded_staff_ids.includes(id),
  )
