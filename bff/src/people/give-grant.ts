import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import {
  type Freedom,
  isGrantPeriod,
  isOpenOn,
  MAX_GRANTS,
  type Relationship,
  reviewDateOf,
} from '@little-bench/shared/people/grants'
import { findForeignPower, normalScopes, type ProxyScope } from '@little-bench/shared/people/powers'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { datedOf } from './grant.policy.ts'
import { type GrantRow, insertGrant, listUnendedGrants } from './grant.repository.ts'
import { lockPerson } from './person.repository.ts'

/** What a person lets somebody do, and how freely they said so. */
export interface GrantTerms {
  relationship: Relationship
  scopes: readonly ProxyScope[]
  /** The last day, Asia/Shanghai. */
  validUntil: string
  freedom: Freedom
}

export interface NewGrant {
  principalId: string
  communityId: string
  /** Null when whoever enters the code will be the one. */
  agentId: string | null
  /** Staff at whose counter it was given. */
  witnessedBy: string | null
}

/**
 * Writes an offer down, inside the caller's transaction. While something that the person has given is frozen, what they
 * give now is frozen too: it counts when they lift it.
 * Errors: `power_not_offered`, `grant_period_invalid`, `too_many_grants`, `grant_exists`.
 */
export const giveGrant = async (trx: Trx, terms: GrantTerms, grant: NewGrant, now: Date): Promise<GrantRow> => {
  const today = shanghaiTime(now).date
  if (findForeignPower(terms.scopes)) throw new AppError('power_not_offered')
  if (!isGrantPeriod(today, terms.validUntil)) throw new AppError('grant_period_invalid')
  await lockPerson(trx, grant.principalId)
  const open = (await listUnendedGrants(trx, grant.principalId)).filter((row) => isOpenOn(datedOf(row), today))
  if (open.some(({ record, agent_id: agentId }) => record === 'active' && agentId === grant.agentId)) {
    throw new AppError('grant_exists')
  }
  if (open.length >= MAX_GRANTS) throw new AppError('too_many_grants')
  return insertGrant(trx, {
    id: uuidv7(),
    community_id: grant.communityId,
    principal_id: grant.principalId,
    agent_id: grant.agentId,
    relationship: terms.relationship,
    scopes: JSON.stringify(normalScopes(terms.scopes)),
    record: 'offered',
    freedom: terms.freedom,
    witnessed_by: grant.witnessedBy,
    offered_at: now.toISOString(),
    valid_until: terms.validUntil,
    review_on: reviewDateOf(today, terms.validUntil),
    frozen_at: open.some(({ frozen_at: frozenAt }) => frozenAt !== null) ? now.toISOString() : null,
  })
}
