import type { PublicState } from '@little-bench/shared/issues/public-state'
import type { DisplayState } from '@little-bench/shared/moderation/holds'
import { hasPermission } from '@little-bench/shared/people/permissions'
import type { Relation, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { reaches } from '../platform/authority.ts'
import type { Viewer } from '../platform/http/viewer.ts'

export type IssueView = 'own' | 'staff' | 'public' | 'none'

interface VisibleIssue {
  visibility: 'private' | 'public'
  public_state: DisplayState
  withdrawn_at: string | null
}

/** Whether neighbours may know that it is there: statements say the same with IS_PUBLIC. */
export const isPublic = (issue: VisibleIssue): boolean => publicStateOf(issue) === 'shown'

/** How it stands with an issue that neighbours may or may not see. */
export const publicStateOf = ({
  visibility,
  public_state: state,
  withdrawn_at: withdrawnAt,
}: VisibleIssue): PublicState => (visibility === 'private' || withdrawnAt !== null ? 'private' : state)

/** How much of an issue a viewer may see: their own, as staff in charge, as a neighbour, or nothing at all. */
export const viewOfIssue = (issue: VisibleIssue, relations: readonly Relation[]): IssueView => {
  if (relations.includes('requester')) return 'own'
  if (relations.length > 0) return 'staff'
  return isPublic(issue) ? 'public' : 'none'
}

/** A viewer's household as far as 我也一样 asks for it. */
export interface EndorsingHousehold {
  memberIds: readonly string[]
  /** One of them has said so already. */
  hasEndorsed: boolean
}

/** Once for a household, to what neighbours reported and is not over. */
export const canEndorse = (
  issue: VisibleIssue & { reporter_id: string },
  state: WorkItemState,
  viewer: Pick<Viewer, 'roles' | 'authority'>,
  { memberIds, hasEndorsed }: EndorsingHousehold,
): boolean =>
  isPublic(issue) &&
  state !== 'closed' &&
  !hasEndorsed &&
  !memberIds.includes(issue.reporter_id) &&
  hasPermission(
    viewer.roles.map(({ role }) => role),
    'issue.report',
  ) &&
  reaches(viewer, 'issues', 'file')

/** Whoever wrote something may hide parts of it, however it goes on. */
export const canRedact = (view: IssueView, viewer: Pick<Viewer, 'authority'> | null): boolean =>
  view === 'own' && viewer !== null && reaches(viewer, 'issues', 'manage')
