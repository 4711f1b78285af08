import { filesOf } from '../files/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'
import { listEvents } from './work-item-event.repository.ts'
import { replaceHeardWords } from './work-item-words.repository.ts'

/** Ids of the messages that were written about an item. */
export const messageIdsOf = async (trx: Trx, communityId: string, workItemId: string): Promise<string[]> =>
  (await listEvents(trx, communityId, workItemId)).flatMap(({ message_id: id }) => id ?? [])

/** Lets staff find an item by what its voice notes say: those that were written down and that nobody hid. */
export const keepHeardWords = async (
  trx: Trx,
  { community_id: communityId, id, subject_id: subjectId }: Pick<WorkItemRow, 'community_id' | 'id' | 'subject_id'>,
): Promise<void> => {
  const messageIds = await messageIdsOf(trx, communityId, id)
  const files = [
    ...(await filesOf(trx, communityId, 'report', [subjectId])).values(),
    ...(await filesOf(trx, communityId, 'message', messageIds)).values(),
  ].flat()
  await replaceHeardWords(trx, communityId, id, files.flatMap(({ transcript }) => transcript ?? []).join('\n'))
}
