import { AppError } from '@little-bench/shared/kernel/errors'
import { applicantOf, asResident, waitlistReasonOf } from '@little-bench/shared/scheduling/applicant'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { factsOf, holdChildren, livesIn } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { ActivityDate } from './activities.ts'
import { isOfAge } from './activity.policy.ts'

/** Who takes part: the viewer, or a child of theirs. */
export interface Participant {
  subjectId: string
  childId: string | null
  waitlistReason: WaitlistReason
}

/**
 * Whether the viewer, or a child of theirs, may take part on that day; the child is kept until the transaction ends.
 * Errors: `other_community` for who neither lives here nor works nearby, `unknown_child`, `activity_not_for_you`.
 */
export const admitParticipant = async (
  context: Pick<Context, 'sealer'>,
  trx: Trx,
  viewer: Viewer,
  { community, activity, slot }: ActivityDate,
  childId: string | null,
): Promise<Participant> => {
  const on = slot.service_on
  const facts = await factsOf(context, trx, viewer.personId)
  const applicant = asResident(applicantOf(facts, community.id, on), livesIn(viewer.roles, community.id))
  if (!applicant.livesHere && !applicant.worksNearby) throw new AppError('other_community')
  const waitlistReason = waitlistReasonOf(facts, applicant, on)
  // A grown-up does not sit in a children's lesson, nor a child in one of grown-ups.
  if (activity.isForChildren !== (childId !== null)) {
    throw new AppError(activity.isForChildren ? 'unknown_child' : 'activity_not_for_you')
  }
  if (childId === null) {
    if (!isOfAge(activity, applicant.bornOn, on)) throw new AppError('activity_not_for_you')
    return { subjectId: viewer.personId, childId, waitlistReason }
  }
  const address = { communityId: community.id, guardianId: viewer.personId }
  const [child] = await holdChildren(context, trx, address, [childId])
  if (!child) throw new AppError('unknown_child')
  if (!isOfAge(activity, child.bornOn, on)) throw new AppError('activity_not_for_you')
  return { subjectId: child.id, childId, waitlistReason }
}
