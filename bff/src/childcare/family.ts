import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { applicantOf, asResident, belongsElsewhere, waitlistReasonOf } from '@little-bench/shared/scheduling/applicant'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { factsOf, livesIn } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { PlacedCentre } from './centres.ts'
import { isAdmitted } from './childcare.policy.ts'

/**
 * Whether the family may come on that day, by what is known of the guardian then; answers where it would stand among those
 * who wait. Errors: `other_community` for who lives or works elsewhere, `childcare_not_eligible` for who has said neither.
 */
export const admitFamily = async (
  context: Pick<Context, 'sealer'>,
  db: Parameters<typeof factsOf>[1],
  { personId, roles }: Pick<Viewer, 'personId' | 'roles'>,
  { community, centre }: PlacedCentre,
  on: ServiceDate,
): Promise<WaitlistReason> => {
  const facts = await factsOf(context, db, personId)
  const guardian = asResident(applicantOf(facts, community.id, on), livesIn(roles, community.id))
  if (!isAdmitted(centre, guardian, on)) {
    throw new AppError(belongsElsewhere(facts, guardian, on) ? 'other_community' : 'childcare_not_eligible')
  }
  return waitlistReasonOf(facts, guardian, on)
}
