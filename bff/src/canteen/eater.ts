import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { factsOf, livesIn } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { SignedIn } from '../platform/http/viewer.ts'
import { applicantOf, homePlaceOf, waitlistReasonOf } from './applicant.ts'
import { mayEat } from './canteen.policy.ts'

/** Who is to eat, as far as the canteen may know of them on the day of the meal. */
export interface Eater {
  personId: string
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
  if (!mayEat(roles, communityId, applicant)) throw new AppError('other_community')
  return {
    personId,
    applicant,
    homePlaceId: homePlaceOf(facts, communityId, on),
    waitlistReason: waitlistReasonOf(facts, applicant, { isResident: livesIn(roles, communityId), on }),
  }
}
