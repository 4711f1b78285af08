import { AppError } from '@little-bench/shared/kernel/errors'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import { handOf, reaches } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep, type Step } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { canNote, canReply, isByRequester, relationsOf, servedQueues } from './work-item.policy.ts'
import { findWorkItemById, lockWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

interface ItemAddress {
  communityId: string
  workItemId: string
}

/** The item, held until the words are written: words are never lost to somebody else's move. */
const lockedFor = async (engine: Engine, trx: Trx, viewer: Viewer, address: ItemAddress) => {
  const item = await lockWorkItemById(trx, address.communityId, address.workItemId)
  const relations = item ? relationsOf(item, viewer, servedQueues(viewer.roles, engine.config())) : []
  if (!item || relations.length === 0) throw new AppError('not_found')
  if (!reaches(viewer, item.service, 'manage')) throw new AppError('proxy_power_missing')
  return { item, relations }
}

/** Whether words about an item are kept by the engine. */
const takesWords = (engine: Engine, item: RatedWorkItemRow): boolean =>
  engine.subjects.of(item.service).speaksForItself !== true

/** What somebody writes, and the photos and voice note that they uploaded for it. */
interface Said {
  body: string
  fileIds: readonly string[]
}

interface Words extends Said {
  item: RatedWorkItemRow
  relations: readonly Relation[]
  kind: 'noted' | 'replied'
  now: Date
}

const writeDown = async (engine: Engine, trx: Trx, viewer: Viewer, words: Words): Promise<WorkItemView> => {
  const { item, relations, kind, body, fileIds, now } = words
  const message = { body, fileIds, visibleTo: kind === 'noted' ? 'staff' : 'requester' } as const
  const hand = handOf(viewer)
  // Whoever is asked and writes has answered, whichever button they found.
  const isAnswer = kind === 'replied' && item.pause === 'waiting_for_resident' && isByRequester(item, hand)
  const step: Step = { kind: isAnswer ? 'answered' : kind, ...hand, message, keepsVersion: !isAnswer }
  return presentWorkItem(engine, viewer, await applyStep(engine, trx, item, step, now), relations)
}

/** Writes to colleagues. Errors: `not_found`, also for the requester, who has no part in it. */
export const addNote = async (
  engine: Engine,
  viewer: Viewer,
  address: ItemAddress,
  said: Said,
  write: Write,
): Promise<WorkItemView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const { item, relations } = await lockedFor(engine, trx, viewer, address)
    if (!canNote(relations) || !takesWords(engine, item)) throw new AppError('not_found')
    return writeDown(within(engine, trx), trx, viewer, { item, relations, kind: 'noted', ...said, now })
  })
}

/** The item that the resident speaks with: of a work, the one that it is part of. */
const wholeOf = async (trx: Trx, item: RatedWorkItemRow): Promise<RatedWorkItemRow> =>
  item.parent_id === null ? item : ((await findWorkItemById(trx, item.community_id, item.parent_id)) ?? item)

/**
 * Writes to the resident, or as the resident to the staff. The first public word of staff stops the clock of the first
 * reply; the resident's words while a question waits are its answer. Errors: `not_found`; `reply_not_possible` for
 * somebody who may only read, or when it was withdrawn.
 */
export const addReply = async (
  engine: Engine,
  viewer: Viewer,
  address: ItemAddress,
  said: Said,
  write: Write,
): Promise<WorkItemView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const { item, relations } = await lockedFor(engine, trx, viewer, address)
    if (!takesWords(engine, item) || !canReply(item, relations, await wholeOf(trx, item)))
      throw new AppError('reply_not_possible')
    return writeDown(within(engine, trx), trx, viewer, { item, relations, kind: 'replied', ...said, now })
  })
}
