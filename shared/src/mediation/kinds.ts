import type { LocalText } from '../kernel/language.ts'

/** What a dispute is about. The committee's ledger counts by these. */
export const DISPUTE_KINDS = ['family', 'neighbours', 'marriage', 'money', 'pasture', 'other'] as const
export type DisputeKind = (typeof DISPUTE_KINDS)[number]

export const DISPUTE_KIND_TEXT: Record<DisputeKind, LocalText> = {
  family: { zh: '家庭' },
  neighbours: { zh: '邻里' },
  marriage: { zh: '婚恋' },
  money: { zh: '经济' },
  pasture: { zh: '草场' },
  other: { zh: '其他' },
}

/** Who mediates here (城关区、宁中乡): what a card says instead of a name. */
export const MEDIATOR_ROLES = [
  'three_elders',
  'party_volunteer',
  'grassroots_speaker',
  'deputy_or_delegate',
  'respected_elder',
  'veteran_party_member',
  'public_interest_lawyer',
] as const
export type MediatorRole = (typeof MEDIATOR_ROLES)[number]

export const MEDIATOR_ROLE_TEXT: Record<MediatorRole, LocalText> = {
  three_elders: { zh: '“三老”人员' },
  party_volunteer: { zh: '党员志愿者' },
  grassroots_speaker: { zh: '基层发言人' },
  deputy_or_delegate: { zh: '“两代表一委员”' },
  respected_elder: { zh: '乡贤长者' },
  veteran_party_member: { zh: '老党员' },
  public_interest_lawyer: { zh: '公益律师' },
}

/** The two sides of a case. */
export const SIDES = ['applicant', 'respondent'] as const
export type Side = (typeof SIDES)[number]

/** Mediators that one side may tick in one round. */
export const MAX_TRUSTED = 5
/** Rounds of ticks before the committee proposes somebody. */
export const MAX_ROUNDS = 2
/** Days in which the other side answers an invitation, and each side a round. */
export const ANSWER_DAYS = 14
