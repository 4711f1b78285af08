import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { type DatedFact, factAt } from '@little-bench/shared/people/facts'
import { applicantOf, asResident, waitlistReasonOf } from '@little-bench/shared/scheduling/applicant'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { factsOf, livesIn } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { SignedIn } from '../platform/http/viewer.ts'
import { mayEat } from './canteen.policy.ts'

/** Who is to eat, as far as the canteen may know of them on the day of the meal. */
export interface Eater {
  personId: string
  /** What the price is made of: where somebody lives as they have said it. */
  applicant: Applicant
  homePlaceId: string | undefined
  waitlistReason: WaitlistReason
}

type Db = Parameters<typeof factsOf>[1]

/** Errors: `other_community` for who neither lives in the community nor works nearby. */
export const admitEater = async (
  context: Context,
  db: Db,
  { personId, roles }: Pick<SignedIn, 'personId' | 'roles'>,
  { id: communityId }: Pick<CommunityConfig, 'id'>,
  on: ServiceDate,
): Promise<Eater> => {
  const facts = await factsOf(context, db, personId)
  const applicant = applicantOf(facts, communityId, on)
  const resident = asResident(applicant, livesIn(roles, communityId))
  if (!mayEat(resident)) throw new AppError('other_community')
  return {
    personId,
    applicant,
    homePlaceId: homePlaceOf(facts, communityId, on),
    waitlistReason: waitlistReasonOf(facts, resident, on),
  }
}

/** The courtyard of the community where they live; undefined when nothing is known, or elsewhere. */
const homePlaceOf = (facts: readonly DatedFact[], communityId: string, on: ServiceDate): string | undefined => {
  const home = factAt(facts, 'residence', on)?.value
  return home?.communityId === communityId ? home.placeId : undefined
}
