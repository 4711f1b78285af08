import type { Relation } from '@little-bench/shared/work-queue/lifecycle'

export type IssueView = 'own' | 'staff' | 'public' | 'none'

/** How much of an issue a viewer may see: their own, as staff in charge, as a neighbour, or nothing at all. */
export const viewOfIssue = (
  issue: { visibility: 'private' | 'public'; withdrawn_at: string | null },
  relations: readonly Relation[],
): IssueView => {
  if (relations.includes('requester')) return 'own'
  if (relations.length > 0) return 'staff'
  return issue.visibility === 'public' && issue.withdrawn_at === null ? 'public' : 'none'
}
