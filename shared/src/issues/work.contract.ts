import { z } from 'zod'
import { fileIds, Photo } from '../files/contract.ts'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CommunityId, IssueId, WorkItemId } from '../kernel/ids.ts'
import { serviceDate } from '../kernel/page.ts'
import { OUTCOMES, WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { workEndpoints } from './endpoints.ts'

const money = {
  /** In fen, so that sums are exact; null while nobody knows. */
  costFen: z.int().min(0).max(100_000_000_000).nullable(),
  /** Who pays: 「惠民资金」. */
  fundSource: freeText(60).nullable(),
  /** When it was decided, in Asia/Shanghai. */
  decidedOn: serviceDate.nullable(),
}

/** One work of an issue: the issue's own item, or one part of it when it was split. Its state is the item's. */
export const Work = z
  .object({
    /** Null for a neighbour, as in the issue itself. */
    workItemId: WorkItemId.nullable(),
    title: z.string(),
    placeName: z.string().nullable(),
    state: z.enum(WORK_ITEM_STATES),
    outcome: z.enum(OUTCOMES).nullable(),
    ...money,
    before: z.array(Photo),
    after: z.array(Photo),
    /** For `saveWork`; 0 before anybody has saved it. */
    version: z.int().min(0),
    canEdit: z.boolean(),
  })
  .meta({ id: 'Work' })
export type Work = z.infer<typeof Work>

const issueParams = z.object({ communityId: CommunityId, issueId: IssueId })

export const workContract = contract(workEndpoints, {
  listWorks: {
    summary: 'What is being built or mended for an issue, what it costs and who pays: for whoever may see the issue',
    permission: 'anyone',
    delegation: { power: 'read', of: 'issues' },
    params: issueParams,
    ok: [200, z.object({ items: z.array(Work) })],
    errors: [],
  },
  saveWork: {
    summary:
      'Record cost, fund, decision and the photos of before and after; shown to everybody when the issue is public',
    permission: 'item.move',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: issueParams.extend({ workItemId: WorkItemId }),
    body: z.object({
      version: z.int().min(0),
      ...money,
      /** Files that are to be shown: those there already, in their order, and new ones. */
      beforeIds: fileIds,
      afterIds: fileIds,
    }),
    ok: [200, Work],
    errors: ['stale_version', 'unknown_file', 'too_many_files', 'work_not_possible'],
  },
})
