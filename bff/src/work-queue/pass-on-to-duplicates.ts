import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, within } from './engine.ts'
import { listDuplicates } from './related-item.repository.ts'
import { requesterAndFiler } from './tell.ts'
import type { WorkItemRow } from './work-item.repository.ts'
import { insertEvents } from './work-item-event.repository.ts'

/** One reply reaches all: whoever reported the same thing reads it in their own item and is told. */
export const passOnToDuplicates = async (
  engine: Engine,
  trx: Trx,
  primary: WorkItemRow,
  reply: { messageId: string; actorId: string; now: Date },
): Promise<void> => {
  const duplicates = await listDuplicates(trx, primary.community_id, primary.id)
  if (duplicates.length === 0) return
  await insertEvents(
    trx,
    duplicates.map((duplicate) => ({
      community_id: duplicate.community_id,
      id: uuidv7(),
      work_item_id: duplicate.id,
      service: duplicate.service,
      kind: 'replied',
      from_state: duplicate.state,
      to_state: duplicate.state,
      queue_id: primary.queue_id,
      actor_id: reply.actorId,
      message_id: reply.messageId,
      visible_to: 'requester',
      created_at: reply.now.toISOString(),
    })),
  )
  for (const duplicate of duplicates) {
    for (const personId of await requesterAndFiler(within(engine, trx), duplicate)) {
      await engine.notifications.notify(trx, {
        kind: 'replied',
        personId,
        communityId: duplicate.community_id,
        workItemId: duplicate.id,
        subjectId: duplicate.subject_id,
        details: { title: duplicate.title, receiptNumber: duplicate.receipt_number },
      })
    }
  }
}
