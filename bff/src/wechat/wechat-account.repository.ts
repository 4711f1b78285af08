import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Sealer } from '../platform/crypto/sealer.ts'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import { sealedColumn } from '../platform/db/sealed-column.ts'

type Db = DbOf<'wechat_account'>

export const SEALED_OPEN_IDS = sealedColumn('wechat_account', 'sealed_open_id')

/** Whose account an open id is. The open id itself is opened only to send something. */
export interface WechatAccount {
  id: string
  personId: string
  /** Whether whoever signs in with it reaches the desk: an invitation to staff was taken with it. */
  reachesDesk: boolean
  /** WeChat said that nothing reaches it any more. */
  isStale: boolean
}

const hashOf = (sealer: Sealer, openId: string): string => sealer.fingerprint(openId, 'an open id of WeChat')

const accountOf = (row: {
  id: string
  person_id: string
  reaches_desk: boolean
  stale_at: string | null
}): WechatAccount => ({
  id: row.id,
  personId: row.person_id,
  reachesDesk: row.reaches_desk,
  isStale: row.stale_at !== null,
})

export const findAccountByOpenId = async (
  db: Db,
  sealer: Sealer,
  openId: string,
): Promise<WechatAccount | undefined> => {
  const row = await tables(db)
    .selectFrom('wechat_account')
    .select(['id', 'person_id', 'reaches_desk', 'stale_at'])
    .where('open_id_hash', '=', hashOf(sealer, openId))
    .executeTakeFirst()
  return row && accountOf(row)
}

/** The accounts of a person, the one seen last first. */
export const listAccounts = async (db: Db, personId: string): Promise<WechatAccount[]> => {
  const rows = await tables(db)
    .selectFrom('wechat_account')
    .select(['id', 'person_id', 'reaches_desk', 'stale_at'])
    .where('person_id', '=', personId)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(accountOf)
}

/** Where a message to a person goes: the account seen last that WeChat has not called stale. */
export const sendableOpenIdOf = async (db: Db, sealer: Sealer, personId: string): Promise<string | undefined> => {
  const row = await tables(db)
    .selectFrom('wechat_account')
    .select(['id', 'sealed_open_id'])
    .where('person_id', '=', personId)
    .where('stale_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && sealer.open(row.sealed_open_id, SEALED_OPEN_IDS.purposeOf(row.id))
}

/** Makes an open id somebody's, or sees it again; undefined when it is somebody else's. */
export const bindAccount = async (
  trx: Db,
  sealer: Sealer,
  account: { openId: string; personId: string },
  now: Date,
): Promise<WechatAccount | undefined> => {
  const id = uuidv7()
  const row = await tables(trx)
    .insertInto('wechat_account')
    .values({
      id,
      open_id_hash: hashOf(sealer, account.openId),
      sealed_open_id: sealer.seal(account.openId, SEALED_OPEN_IDS.purposeOf(id)),
      person_id: account.personId,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
    })
    .onConflict((conflict) =>
      conflict
        .column('open_id_hash')
        .doUpdateSet({ last_seen_at: now.toISOString(), stale_at: null })
        .whereRef('wechat_account.person_id', '=', 'excluded.person_id'),
    )
    .returning(['id', 'person_id', 'reaches_desk', 'stale_at'])
    .executeTakeFirst()
  return row && accountOf(row)
}

/** Whether whoever signs in with it reaches the desk from now on. */
export const setReachesDesk = async (trx: Db, accountId: string, reachesDesk: boolean): Promise<void> => {
  await tables(trx)
    .updateTable('wechat_account')
    .set({ reaches_desk: reachesDesk })
    .where('id', '=', accountId)
    .execute()
}

/** It has just been signed in with, so messages reach it. */
export const markSeen = async (trx: Db, accountId: string, now: Date): Promise<void> => {
  await tables(trx)
    .updateTable('wechat_account')
    .set({ last_seen_at: now.toISOString(), stale_at: null })
    .where('id', '=', accountId)
    .execute()
}

/** WeChat does not know this open id any more: nothing is sent to it until it signs in again. */
export const markStale = async (trx: Db, sealer: Sealer, openId: string, now: Date): Promise<void> => {
  await tables(trx)
    .updateTable('wechat_account')
    .set({ stale_at: now.toISOString() })
    .where('open_id_hash', '=', hashOf(sealer, openId))
    .where('stale_at', 'is', null)
    .execute()
}

/** Nothing leads from this WeChat account to anybody any more. */
export const forgetAccount = async (trx: Db, id: string): Promise<void> => {
  await tables(trx).deleteFrom('wechat_account').where('id', '=', id).execute()
}

/** Until the transaction ends nobody else signs in with it for the first time: two phones at once would be two people. */
export const holdOpenId = async (trx: Trx, sealer: Sealer, openId: string): Promise<void> => {
  const hash = hashOf(sealer, openId)
  await sql`select pg_advisory_xact_lock(hashtextextended('wechat_account' || ${hash}::text, 0))`.execute(trx)
}

/** The open id of one account, to ask WeChat something of it; undefined when it is nobody's any more. */
export const openIdOf = async (db: Db, sealer: Sealer, accountId: string): Promise<string | undefined> => {
  const row = await tables(db)
    .selectFrom('wechat_account')
    .select(['id', 'sealed_open_id'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row && sealer.open(row.sealed_open_id, SEALED_OPEN_IDS.purposeOf(row.id))
}

/** Of these people, whose account reaches the desk. */
export const listDeskHolders = async (db: Db, personIds: readonly string[]): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('wechat_account')
    .select('person_id')
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .where('reaches_desk', '=', true)
    .execute()
  return rows.map((row) => row.person_id)
}
