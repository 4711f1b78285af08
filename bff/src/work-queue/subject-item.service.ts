import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { canRate } from '@little-bench/shared/work-queue/allowed-moves'
import type { NotOurs, Rating, TimelineEvent } from '@little-bench/shared/work-queue/item.contract'
import type { Outcome, Relation, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { fileLinks } from '../files/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { rateableOf } from './item-facts.ts'
import { withFiles } from './message-files.ts'
import { notOursOf } from './not-ours-of-item.ts'
import { namesFor } from './read-work-item.service.ts'
import { presentTimeline } from './timeline.presenter.ts'
import { relationsOf, servedQueues } from './work-item.policy.ts'
import { isOverdue, presentRating, queueName } from './work-item.presenter.ts'
import { findWorkItemBySubject, listStates, lockWorkItemById } from './work-item.repository.ts'
import { listEvents } from './work-item-event.repository.ts'

export type { ItemState } from './work-item.repository.ts'

/** What a feature shows of the work on one of its subjects, and what the viewer is to it. */
export interface SubjectItem {
  relations: Relation[]
  id: string
  receiptNumber: string
  state: WorkItemState
  outcome: Outcome | null
  gridCellId: string | null
  queue: { id: string; name: string }
  routedBecause: string
  dueAt: string
  isOverdue: boolean
  canRate: boolean
  rating: z.input<typeof Rating> | null
  notOurs: z.input<typeof NotOurs> | null
  timeline: z.input<typeof TimelineEvent>[]
}

/**
 * The work on a subject as this viewer may know it; the viewer may be nobody (null). The caller decides what to show to
 * somebody without a relation: the timeline is already reduced for them. Undefined when there is no such item.
 */
export const viewSubjectItem = async (
  engine: Engine,
  viewer: Viewer | null,
  language: Language,
  communityId: string,
  subjectId: string,
): Promise<SubjectItem | undefined> => {
  const item = await findWorkItemBySubject(engine.db, communityId, subjectId)
  if (!item) return undefined
  const config = engine.config()
  const relations = viewer ? relationsOf(item, viewer, servedQueues(viewer.roles, config)) : []
  const events = await listEvents(engine.db, communityId, item.id)
  const names = await namesFor(engine, [item], events)
  const now = engine.clock.now()
  const because: LocalText = item.routed_because
  return {
    relations,
    id: item.id,
    receiptNumber: item.receipt_number,
    state: item.state,
    outcome: item.outcome,
    gridCellId: item.grid_cell_id,
    queue: { id: item.queue_id, name: queueName(item.queue_id, config, language) },
    routedBecause: inLanguage(because, language),
    dueAt: item.due_at,
    isOverdue: isOverdue(item, now),
    canRate: relations.includes('requester') && canRate(rateableOf(item), now),
    rating: presentRating(item),
    notOurs: await notOursOf(engine, item, language),
    timeline: presentTimeline(item, await withFiles(engine, communityId, events), relations, names, {
      config,
      language,
      viewerId: viewer?.personId ?? '',
      actorId: viewer?.actorId ?? '',
      links: fileLinks(engine, viewer?.actorId ?? null),
      now,
    }),
  }
}

/** Holds the item of a subject until the transaction ends: nobody moves it meanwhile. */
export const holdSubjectItem = (trx: Trx, communityId: string, workItemId: string) =>
  lockWorkItemById(trx, communityId, workItemId)

/** States of a feature's items in one community, by work item id. */
export const listItemStates = (engine: Engine, communityId: string, ids: readonly string[]) =>
  listStates(engine.db, communityId, ids)
