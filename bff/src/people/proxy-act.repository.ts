import { v7 as uuidv7 } from 'uuid'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { ItemReference } from '../platform/db/transaction.ts'

/** What was done for whom, by whom, and by what right; neither for what the counter files for a caller whom it knows. */
export interface NewAct {
  principalId: string
  actorId: string
  grantId?: string | null
  sessionId?: string | null
  operation: string
}

/** Writes a line of what was done for somebody; nothing ever changes it. */
export const recordAct = async (
  db: DbOf<'proxy_act'>,
  { principalId, actorId, grantId = null, sessionId = null, operation }: NewAct,
  item: ItemReference | undefined,
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('proxy_act')
    .values({
      id: uuidv7(),
      principal_id: principalId,
      actor_id: actorId,
      grant_id: grantId,
      assist_session_id: sessionId,
      operation,
      community_id: item?.communityId ?? null,
      work_item_id: item?.workItemId ?? null,
      event_kind: item?.eventKind ?? null,
      at: now.toISOString(),
    })
    .execute()
}
