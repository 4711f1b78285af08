import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { countsOn } from '@little-bench/shared/people/grants'
import { hasPower, type Power, type ProxyService } from '@little-bench/shared/people/powers'
import { datedOf } from './grant.policy.ts'
import { listUnendedGrants } from './grant.repository.ts'

/** Who may act for somebody in this way now: whom they trust with it, and nobody else. */
export const agentsOf = async (
  db: Parameters<typeof listUnendedGrants>[0],
  principalId: string,
  { service, power }: { service: ProxyService; power: Power },
  now: Date,
): Promise<string[]> => {
  const today = shanghaiTime(now).date
  const grants = await listUnendedGrants(db, principalId)
  return grants
    .filter((grant) => countsOn(datedOf(grant), today) && hasPower(grant.scopes, service, power))
    .flatMap(({ agent_id: agentId }) => agentId ?? [])
}
