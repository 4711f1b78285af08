import { filesOf } from '../files/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'
import { listEvents } from './work-item-event.repository.ts'
import { replaceHeardWords } from './work-item-words.repository.ts'

type HeardItem = Pick<WorkItemRow, 'community_id' | 'id' | 'parent_id' | 'subject_id'>

/** Ids of the messages that were written about an item. */
export const messageIdsOf = async (trx: Trx, communityId: string, workItemId: string): Promise<string[]> =>
  (await listEvents(trx, communityId, workItemId)).flatMap(({ message_id: id }) => id ?? [])

/** Reports whose voice notes are an item's own: what the whole says is not for whoever does one work of it. */
export const reportIdsOf = ({ parent_id: parentId, subject_id: subjectId }: HeardItem): string[] =>
  parentId === null ? [subjectId] : []

/** Lets staff find an item by what its voice notes say: those that were written down and that nobody hid. */
export const keepHeardWords = async (trx: Trx, item: HeardItem): Promise<void> => {
  const { community_id: communityId, id } = item
  const messageIds = await messageIdsOf(trx, communityId, id)
  const files = [
    ...(await filesOf(trx, communityId, 'report', reportIdsOf(item))).values(),
    ...(await filesOf(trx, communityId, 'message', messageIds)).values(),
  ].flat()
  await replaceHeardWords(trx, communityId, id, files.flatMap(({ transcript }) => transcript ?? []).join('\n'))
}
