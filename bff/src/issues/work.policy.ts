import type { SubjectWork } from '../work-queue/index.ts'
import { viewOfIssue } from './issue.policy.ts'
import type { IssueRow } from './issue.repository.ts'

export type ViewedWork = SubjectWork & { isNeighbour: boolean }

/**
 * The works of an issue that a viewer may know of: all of them for whoever may see the issue, and for staff who only have
 * a part of it that part. Empty: for them the issue does not exist.
 */
export const worksFor = (
  issue: Pick<IssueRow, 'visibility' | 'public_state' | 'withdrawn_at'>,
  works: readonly SubjectWork[],
): ViewedWork[] => {
  const whole = works.find(({ isPart }) => !isPart)
  const view = whole ? viewOfIssue(issue, whole.relations) : 'none'
  const isNeighbour = (work: SubjectWork): boolean => view === 'public' && work.relations.length === 0
  return works
    .filter((work) => view !== 'none' || work.relations.length > 0)
    .map((work) => ({ ...work, isNeighbour: isNeighbour(work) }))
}

/** Of the item as a whole there is something to show once it was recorded, or while somebody who may do so looks. */
export const hasSomethingToShow = (work: SubjectWork, works: readonly SubjectWork[], isRecorded: boolean): boolean =>
  work.isPart || isRecorded || (work.canRecord && works.every(({ isPart }) => !isPart))
