import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { CODE_DAYS, type DatedGrant, grantStateOn } from '@little-bench/shared/people/grants'
import type { GrantRow } from './grant.repository.ts'

/** A grant as the rules see it. */
export const datedOf = (row: GrantRow): DatedGrant => ({
  record: row.record,
  scopes: row.scopes,
  validUntil: row.valid_until,
  codeUntil: row.agent_id === null ? addDays(shanghaiTime(new Date(row.offered_at)).date, CODE_DAYS) : null,
  isFrozen: row.frozen_at !== null,
})

export type Party = 'principal' | 'agent'

/** What somebody is to a grant; null when it does not exist for them, as an offer under pressure never does for its agent. */
export const partyOf = (row: GrantRow, personId: string): Party | null => {
  if (row.principal_id === personId) return 'principal'
  return row.agent_id === personId && row.freedom === 'free' ? 'agent' : null
}

/** Only whoever would act can say that they will. */
export const canAnswer = (row: GrantRow, personId: string, today: ServiceDate): boolean =>
  partyOf(row, personId) === 'agent' && grantStateOn(datedOf(row), today) === 'offered'

/** The person takes back what they offered or gave; the proxy lays down what they accepted. */
export const canRevoke = (row: GrantRow, personId: string, today: ServiceDate): boolean => {
  const party = partyOf(row, personId)
  const state = grantStateOn(datedOf(row), today)
  if (state === 'active' || state === 'frozen') return party !== null
  return state === 'offered' && party === 'principal'
}
