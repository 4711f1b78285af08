import type { QueueService } from '@little-bench/shared/communities/duty'
import type { Role } from '@little-bench/shared/people/roles'
import type { LoadedConfig, QueueConfig, RoleAssignmentConfig } from './model.ts'

/** `isLead` may hand out and take back other people's work; who leads a queue serves it too. */
export interface ServedQueue {
  queueId: string
  isLead: boolean
}

type Assignment = Pick<RoleAssignmentConfig, 'role'> & {
  [Scope in 'communityId' | 'gridCellId' | 'unitId']?: string | null | undefined
}

/** Whose people work in the queue of a service; activities are the community's own. */
const SERVICE_OF_ROLE: Partial<Record<Role, QueueService>> = {
  kitchen: 'canteen',
  childcare_worker: 'childcare',
  mediation_committee: 'mediation',
}

/** The queues whose items somebody in this role works on; a scope that the role does not have reaches nothing. */
export const queuesServedBy = (config: LoadedConfig, assignment: Assignment): ServedQueue[] =>
  [...config.queues.values()]
    .filter((queue) => isServedBy(config, queue, assignment))
    .map((queue) => ({ queueId: queue.id, isLead: assignment.role !== 'grid_worker' }))

/** The roles that serve a queue, each with the one scope that reaches it: the reverse of queuesServedBy. */
export const rolesServingQueue = (
  config: LoadedConfig,
  queueId: string,
): (RoleAssignmentConfig & { isLead: boolean })[] => {
  const queue = config.queues.get(queueId)
  if (queue === undefined) return []
  const { communityId, gridCellId, unitId } = queue
  const nowhere = { communityId: null, gridCellId: null, unitId: null }
  const candidates: RoleAssignmentConfig[] = [
    { ...nowhere, role: 'grid_worker', gridCellId },
    { ...nowhere, role: 'grid_leader', gridCellId },
    { ...nowhere, role: 'community_staff', communityId },
    { ...nowhere, role: 'kitchen', communityId },
    { ...nowhere, role: 'childcare_worker', communityId },
    { ...nowhere, role: 'mediation_committee', communityId },
    { ...nowhere, role: 'subdistrict_staff', unitId },
    { ...nowhere, role: 'department_staff', unitId },
  ]
  return candidates
    .filter((candidate) => isServedBy(config, queue, candidate))
    .map((candidate) => ({ ...candidate, isLead: candidate.role !== 'grid_worker' }))
}

const isServedBy = (config: LoadedConfig, queue: QueueConfig, assignment: Assignment): boolean => {
  switch (assignment.role) {
    case 'grid_worker':
    case 'grid_leader':
      return queue.gridCellId !== null && queue.gridCellId === assignment.gridCellId
    case 'community_staff':
      // 调委会's queue is the committee's alone: that a case exists is nobody else's to know.
      return queue.service !== 'mediation' && queue.communityId !== null && queue.communityId === assignment.communityId
    case 'subdistrict_staff':
    case 'department_staff':
      return isOwnedBy(config, queue, assignment)
    case 'kitchen':
    case 'childcare_worker':
    case 'mediation_committee':
      return (
        queue.service !== null &&
        queue.service === SERVICE_OF_ROLE[assignment.role] &&
        queue.communityId !== null &&
        queue.communityId === assignment.communityId
      )
    // A mediator reads the cases they are asked for, and no queue.
    case 'mediator':
    case 'visiting_worker':
    case 'resident':
    case 'admin':
      return false
  }
}

const isOwnedBy = (config: LoadedConfig, queue: QueueConfig, { role, unitId }: Assignment): boolean => {
  if (queue.unitId === null || queue.unitId !== unitId) return false
  const isSubdistrict = config.units.get(queue.unitId)?.kind === 'subdistrict'
  return (role === 'subdistrict_staff') === isSubdistrict
}
