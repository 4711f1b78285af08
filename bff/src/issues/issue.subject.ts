import type { SubjectHandlers } from '../work-queue/index.ts'
import { markWithdrawn } from './issue.repository.ts'

/** What an issue does when its work item moves. */
export const issueSubject: SubjectHandlers = {
  async onMoved(trx, item, event, now) {
    if (event === 'withdrawn') await markWithdrawn(trx, item.community_id, item.subject_id, now)
  },
}
