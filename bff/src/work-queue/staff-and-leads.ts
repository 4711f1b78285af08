import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { route } from '@little-bench/shared/work-queue/routing'
import { type PersonRow, peopleInScope } from '../people/index.ts'
import { staffOfQueue } from './dispatch-candidates.ts'
import type { Engine } from './engine.ts'
import type { NewWorkItem } from './enqueue.service.ts'
import { servedQueues } from './work-item.policy.ts'

/**
 * Staff of a community whom an item is about, and whoever leads them: none of them may ever see it, whatever else they do.
 * Errors: `unknown_staff` for somebody who does not work for this community or its subdistrict; `nobody_to_read` when
 * nobody else serves the queue that would get it.
 */
export const staffAndTheirLeads = async (
  engine: Engine,
  community: CommunityConfig,
  staffIds: readonly string[],
  { category, gridCellId }: Pick<NewWorkItem, 'category' | 'gridCellId'>,
): Promise<string[]> => {
  if (staffIds.length === 0) return []
  const scope = { communityId: community.id, unitId: community.subdistrictId }
  const staff = (await peopleInScope(engine, scope)).filter((person) => worksFor(person, scope))
  const meant = staffIds.flatMap((staffId) => staff.find(({ id }) => id === staffId) ?? [])
  if (meant.length < staffIds.length) throw new AppError('unknown_staff')
  const queueIds = new Set(meant.flatMap((person) => ledBy(engine, community, person)))
  const colleagues = await Promise.all([...queueIds].map((id) => staffOfQueue(engine, id)))
  const excluded = new Set([...staffIds, ...colleagues.flat().flatMap(({ id, isLead }) => (isLead ? [id] : []))])
  const { queueId } = route({ ...category, gridCellId }, community.routing, community.ladder)
  const readers = (await staffOfQueue(engine, queueId)).filter(({ id }) => !excluded.has(id))
  // Better told to call elsewhere than read by their boss, or by nobody.
  if (readers.length === 0) throw new AppError('nobody_to_read')
  return [...excluded]
}

const worksFor = ({ roles }: PersonRow, { communityId, unitId }: { communityId: string; unitId: string }): boolean =>
  roles.some((held) => held.role !== 'resident' && (held.communityId === communityId || held.unitId === unitId))

/** The queues whose leads are somebody's own: whoever serves none, in the kitchen, is led by the community. */
const ledBy = (engine: Engine, community: CommunityConfig, { roles }: PersonRow): string[] => {
  const served = [...servedQueues(roles, engine.config()).keys()]
  return served.length > 0 ? served : [community.ladder.communityQueueId]
}
