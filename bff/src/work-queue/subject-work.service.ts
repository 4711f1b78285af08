import type { Outcome, Relation, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from './engine.ts'
import { listItemsOfSubject, type RelatedItemRow } from './related-item.repository.ts'
import { isReachable, relationsOf, servedQueues } from './work-item.policy.ts'
import { lockWorkItemById } from './work-item.repository.ts'

/** What is done about a subject: its own item, or one part of it when it was split. */
export interface SubjectWork {
  id: string
  /** False for the subject's own item. */
  isPart: boolean
  title: string
  state: WorkItemState
  outcome: Outcome | null
  relations: Relation[]
  /** Of the unit that has it, as long as nobody took the whole back: who may answer for it, may say what it costs. */
  canRecord: boolean
}

/** The item of a subject and its parts, the item first; empty when there is none. The viewer may be nobody (null). */
export const listSubjectWorks = async (
  engine: Engine,
  viewer: Viewer | null,
  communityId: string,
  subjectId: string,
): Promise<SubjectWork[]> => {
  const items = await listItemsOfSubject(engine.db, communityId, subjectId)
  const whole = items.find(({ parent_id: parentId }) => parentId === null)
  if (!whole) return []
  const served = viewer && servedQueues(viewer.roles, engine.config())
  const parts = items.filter(({ parent_id: parentId }) => parentId === whole.id)
  return [whole, ...parts].map((item) => workOf(item, whole, viewer && served ? relationsOf(item, viewer, served) : []))
}

/** One of them, held until the transaction ends; undefined when it is not there, or is about something else. */
export const findSubjectWork = async (
  engine: Engine,
  trx: Trx,
  viewer: Viewer,
  { communityId, subjectId, workItemId }: { communityId: string; subjectId: string; workItemId: string },
): Promise<SubjectWork | undefined> => {
  const held = await lockWorkItemById(trx, communityId, workItemId)
  if (held?.subject_id !== subjectId) return undefined
  const works = await listSubjectWorks(within(engine, trx), viewer, communityId, subjectId)
  return works.find(({ id }) => id === workItemId)
}

const workOf = (item: RelatedItemRow, whole: RelatedItemRow, relations: Relation[]): SubjectWork => ({
  id: item.id,
  isPart: item !== whole,
  title: item.title,
  state: item.state,
  outcome: item.outcome,
  relations,
  canRecord: relations.includes('queue_staff') && isReachable(whole),
})
