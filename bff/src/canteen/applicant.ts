import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { type DatedFact, factAt } from '@little-bench/shared/people/facts'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'

/**
 * What the rules may know of somebody on the day of the meal. A certificate counts once it was looked at: a meal's way to
 * the door is paid by everybody.
 */
export const applicantOf = (facts: readonly DatedFact[], communityId: string, on: ServiceDate): Applicant => {
  const birth = factAt(facts, 'birth_date', on)
  return {
    bornOn: birth?.value.on ?? null,
    isBirthVerified: birth?.standing === 'verified',
    livesHere: factAt(facts, 'residence', on)?.value.communityId === communityId,
    worksNearby: factAt(facts, 'workplace', on)?.value.communityId === communityId,
    hasDisability: factAt(facts, 'disability', on)?.standing === 'verified',
  }
}

/** The courtyard of the community where they live; undefined when nothing is known, or elsewhere. */
export const homePlaceOf = (facts: readonly DatedFact[], communityId: string, on: ServiceDate): string | undefined => {
  const home = factAt(facts, 'residence', on)?.value
  return home?.communityId === communityId ? home.placeId : undefined
}

/** Where the published order of a waitlist puts somebody; of those who cannot come otherwise their own word is enough. */
export const waitlistReasonOf = (
  facts: readonly DatedFact[],
  { livesHere, worksNearby }: Applicant,
  { isResident, on }: { isResident: boolean; on: ServiceDate },
): WaitlistReason => {
  if (factAt(facts, 'limited_mobility', on) || factAt(facts, 'disability', on)) return 'cannot_come_otherwise'
  if (livesHere || isResident) return 'lives_here'
  return worksNearby ? 'works_nearby' : 'anybody'
}
