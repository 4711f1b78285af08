import { v7 as uuidv7 } from 'uuid'
import type { Sealer } from '../platform/crypto/sealer.ts'
import { type DbOf, tables } from '../platform/db/database.ts'
import { sealedColumn } from '../platform/db/sealed-column.ts'

type Db = DbOf<'wechat_push'>

/** Events name people. */
export const SEALED_PUSHES = sealedColumn('wechat_push', 'sealed_payload')

/** Keeps an event and answers its id; undefined when it is kept already. */
export const insertPush = async (
  db: Db,
  sealer: Sealer,
  push: { text: string; name: string; now: Date },
): Promise<string | undefined> => {
  const id = uuidv7()
  const row = await tables(db)
    .insertInto('wechat_push')
    .values({
      id,
      digest: sealer.fingerprint(push.text, 'an event of WeChat'),
      event: push.name,
      sealed_payload: sealer.seal(push.text, SEALED_PUSHES.purposeOf(id)),
      received_at: push.now.toISOString(),
      done_at: null,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export interface PushRow {
  id: string
  text: string
  receivedAt: Date
}

/** One that is not done, for this transaction alone. */
export const lockPush = async (trx: Db, sealer: Sealer, id: string): Promise<PushRow | undefined> => {
  const row = await tables(trx)
    .selectFrom('wechat_push')
    .select(['sealed_payload', 'received_at'])
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.sealed_payload === null) return undefined
  return {
    id,
    text: sealer.open(row.sealed_payload, SEALED_PUSHES.purposeOf(id)),
    receivedAt: new Date(row.received_at),
  }
}

/** What it said is not needed any more. */
export const endPush = async (trx: Db, id: string, now: Date): Promise<void> => {
  await tables(trx)
    .updateTable('wechat_push')
    .set({ done_at: now.toISOString(), sealed_payload: null })
    .where('id', '=', id)
    .execute()
}

export const deletePushesBefore = async (db: Db, before: Date): Promise<void> => {
  await tables(db).deleteFrom('wechat_push').where('received_at', '<', before.toISOString()).execute()
}
