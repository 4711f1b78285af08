import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'work_item_words'>
type LabelledItem = Pick<WorkItemRow, 'community_id' | 'id' | 'receipt_number' | 'title'>

const labelOf = ({ receipt_number: number, title }: LabelledItem): string => `${number}\n${title}`

/** The words of an item that has just come in. */
export const insertItemWords = async (db: Db, item: LabelledItem, subject: string): Promise<void> => {
  await tables(db)
    .insertInto('work_item_words')
    .values({ community_id: item.community_id, work_item_id: item.id, label: labelOf(item), subject })
    .execute()
}

const wordsOf = (db: Db, communityId: string, workItemId: string) =>
  tables(db)
    .updateTable('work_item_words')
    .where('community_id', '=', communityId)
    .where('work_item_id', '=', workItemId)

/** It has got another title. */
export const relabelItem = async (db: Db, item: LabelledItem): Promise<void> => {
  await wordsOf(db, item.community_id, item.id)
    .set({ label: labelOf(item) })
    .execute()
}

/** Somebody has said more about it. */
export const addItemWords = async (db: Db, communityId: string, workItemId: string, said: string): Promise<void> => {
  await wordsOf(db, communityId, workItemId)
    .set({ said: sql`said || ${`\n${said}`}` })
    .execute()
}

/** The subject says something else from now on; what it said before finds the item no more. */
export const replaceSubjectWords = async (
  db: Db,
  communityId: string,
  workItemId: string,
  subject: string,
): Promise<void> => {
  await wordsOf(db, communityId, workItemId).set({ subject }).execute()
}

/** What the voice notes of an item say, all of them together. */
export const replaceHeardWords = async (
  db: Db,
  communityId: string,
  workItemId: string,
  heard: string,
): Promise<void> => {
  await wordsOf(db, communityId, workItemId).set({ heard }).execute()
}
