import type { ServiceDate } from '../kernel/time.ts'
import { type DatedFact, factAt } from '../people/facts.ts'
import type { Applicant } from './eligibility.ts'
import type { WaitlistReason } from './waitlist.ts'

/**
 * What the rules may know of somebody on the day of the slot. Where they live and work counts as they say it; a certificate
 * counts once somebody has looked at it.
 */
export const applicantOf = (facts: readonly DatedFact[], communityId: string, on: ServiceDate): Applicant => {
  const birth = factAt(facts, 'birth_date', on)
  const disability = factAt(facts, 'disability', on)
  return {
    bornOn: birth?.value.on ?? null,
    isBirthVerified: birth?.standing === 'verified',
    livesHere: factAt(facts, 'residence', on)?.value.communityId === communityId,
    worksNearby: factAt(facts, 'workplace', on)?.value.communityId === communityId,
    hasDisability: disability?.standing === 'verified',
    saysDisability: disability !== undefined,
  }
}

/** Whoever is registered as a resident lives here, also while they have not said where. */
export const asResident = (applicant: Applicant, isResident: boolean): Applicant =>
  isResident ? { ...applicant, livesHere: true } : applicant

/** Whether somebody has said that they live or work in another community, and neither here. */
export const belongsElsewhere = (
  facts: readonly DatedFact[],
  { livesHere, worksNearby }: Applicant,
  on: ServiceDate,
): boolean =>
  !livesHere &&
  !worksNearby &&
  (factAt(facts, 'residence', on) !== undefined || factAt(facts, 'workplace', on) !== undefined)

/** Where the published order of a waitlist puts somebody; that they cannot come otherwise is believed on their word. */
export const waitlistReasonOf = (
  facts: readonly DatedFact[],
  { livesHere, worksNearby }: Applicant,
  on: ServiceDate,
): WaitlistReason => {
  if (factAt(facts, 'limited_mobility', on) || factAt(facts, 'disability', on)) return 'cannot_come_otherwise'
  if (livesHere) return 'lives_here'
  return worksNearby ? 'works_nearby' : 'anybody'
}
