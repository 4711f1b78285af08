import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { grantStateOn } from '@little-bench/shared/people/grants'
import type { z } from 'zod'
import { canAnswer, canRevoke, datedOf } from './grant.policy.ts'
import type { GrantRow } from './grant.repository.ts'
import type { PersonNames } from './person-names.service.ts'

export type GrantView = z.input<typeof ProxyGrant>

export const peopleOf = ({ principal_id: principalId, agent_id: agentId }: GrantRow): string[] =>
  agentId === null ? [principalId] : [principalId, agentId]

/**
 * A grant for one of its parties, or for the counter beside one. Names are masked for both, and nothing here differs by
 * what the person answered when they were asked alone.
 */
export const presentGrant = (
  row: GrantRow,
  names: ReadonlyMap<string, PersonNames>,
  { personId, today }: { personId: string; today: ServiceDate },
): GrantView => {
  const party = (id: string) => ({ id, name: names.get(id)?.masked ?? '' })
  return {
    id: row.id,
    principal: party(row.principal_id),
    agent: row.agent_id === null ? null : party(row.agent_id),
    relationship: row.relationship,
    callName: row.call_name,
    scopes: row.scopes.map(({ service, powers }) => ({ service, powers: [...powers] })),
    state: grantStateOn(datedOf(row), today),
    isWitnessed: row.witnessed_by !== null,
    offeredAt: row.offered_at,
    answeredAt: row.answered_at,
    validUntil: row.valid_until,
    reviewOn: row.review_on,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    canAnswer: canAnswer(row, personId, today),
    canRevoke: canRevoke(row, personId, today),
  }
}
