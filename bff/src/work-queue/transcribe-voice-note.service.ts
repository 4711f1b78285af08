import { AppError } from '@little-bench/shared/kernel/errors'
import { writeTranscript } from '../files/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from './engine.ts'
import { keepHeardWords, messageIdsOf, reportIdsOf } from './heard-words.ts'
import { announceChange } from './live-changes.ts'
import { presentWorkItem, type WorkItemView } from './read-work-item.service.ts'
import { isStaffRelation, relationsOf, servedQueues } from './work-item.policy.ts'
import { lockWorkItemById } from './work-item.repository.ts'

/**
 * Writes down what a voice note says that came with the item or with words in it; a later transcript replaces an earlier
 * one. Errors: `not_found`, also for the requester, and for a voice note of something else, or of the whole to a work of it.
 */
export const transcribeVoiceNote = async (
  engine: Engine,
  viewer: Viewer,
  { fileId, ...address }: { communityId: string; workItemId: string; fileId: string },
  transcript: string,
  write: Write,
): Promise<WorkItemView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    // Held, or words that are hidden meanwhile would be found again by what this transaction has read of them.
    const item = await lockWorkItemById(trx, address.communityId, address.workItemId)
    const relations = item ? relationsOf(item, viewer, servedQueues(viewer.roles, engine.config())) : []
    if (!item || !relations.some(isStaffRelation)) throw new AppError('not_found')
    const hangsOn = {
      communityId: item.community_id,
      reportIds: reportIdsOf(item),
      messageIds: await messageIdsOf(trx, item.community_id, item.id),
    }
    await writeTranscript(trx, { fileId, ...hangsOn }, { transcript, by: viewer.personId }, now)
    await keepHeardWords(trx, item)
    announceChange(engine, trx, item)
    return presentWorkItem(within(engine, trx), viewer, item, relations)
  })
}
