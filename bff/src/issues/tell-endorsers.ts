import type { Notice } from '@little-bench/shared/notifications/notices'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import type { Notifications } from '../notifications/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { MovedItem } from '../work-queue/index.ts'
import { listEndorsers } from './endorsement.repository.ts'
import { isPublic } from './issue.policy.ts'
import { findIssueById } from './issue.repository.ts'

/** What neighbours may see of the work: that it began, ended or begins again; of one that ended in another, `mergeEndorsers`. */
const NOTICE_TO_ENDORSERS: Partial<Record<WorkItemEventKind, Notice>> = {
  claimed: 'endorsed_accepted',
  accepted: 'endorsed_accepted',
  referral_accepted: 'endorsed_accepted',
  resolved: 'endorsed_resolved',
  closed: 'endorsed_closed',
  converted: 'endorsed_closed',
  reopened: 'endorsed_reopened',
  withdrawn: 'endorsed_withdrawn',
}

/** Tells whoever said 我也一样 how it goes on, as long as it is public: its category and place, never a number or a name. */
export const tellEndorsers = async (
  notifications: Notifications,
  trx: Trx,
  item: MovedItem,
  event: WorkItemEventKind,
): Promise<void> => {
  const kind = NOTICE_TO_ENDORSERS[event]
  // A work of it that is done is not yet the whole.
  if (kind === undefined || item.parent_id !== null) return
  const issue = await findIssueById(trx, item.community_id, item.subject_id)
  if (!issue || !isPublic(issue) || issue.endorsements === 0) return
  // What becomes a dispute is nobody else's to open.
  const subjectId = event === 'converted' ? null : issue.id
  const notice = { kind, communityId: issue.community_id, workItemId: null, subjectId }
  const endorsers = await listEndorsers(trx, { communityId: issue.community_id, issueId: issue.id })
  await notifications.notifyAll(trx, { ...notice, details: { title: item.title } }, endorsers)
}
