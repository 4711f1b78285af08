import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type DbOf, tables } from '../db/database.ts'
import { sealedColumn } from '../db/sealed-column.ts'

type Db = DbOf<'wechat_token'>

/** The token opens whatever the account may do, so a copied database must not hold it. */
export const SEALED_TOKENS = sealedColumn('wechat_token', 'sealed_token')

export interface TokenRow {
  id: string
  sealed: string
  expiresAt: Date
}

/** The token that all processes use; undefined when there is none. */
export const findToken = async (db: Db, appId: string): Promise<TokenRow | undefined> => {
  const row = await tables(db)
    .selectFrom('wechat_token')
    .select(['id', 'sealed_token', 'expires_at'])
    .where('app_id', '=', appId)
    .executeTakeFirst()
  if (!row || row.sealed_token === null) return undefined
  return { id: row.id, sealed: row.sealed_token, expiresAt: new Date(row.expires_at) }
}

/**
 * Takes the word to fetch a new token, for so many seconds; undefined when another process has it, or has just fetched
 * one that lasts. Whether a process still lives is a matter of the database's clock, so that all agree.
 */
export const claimFetch = async (
  db: Db,
  claim: { appId: string; endsBefore: Date; seconds: number },
): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    insert into wechat_token as held (id, app_id, sealed_token, expires_at, fetching_until)
    values (${uuidv7()}, ${claim.appId}, null, ${claim.endsBefore.toISOString()}, now() + make_interval(secs => ${claim.seconds}))
    on conflict (app_id) do update set fetching_until = excluded.fetching_until
    where (held.fetching_until is null or held.fetching_until <= now())
      and (held.sealed_token is null or held.expires_at <= ${claim.endsBefore.toISOString()})
    returning held.id`.execute(tables(db))
  return rows[0]?.id
}

/** Keeps a new token. Nobody fetches another for `restSeconds`. */
export const storeToken = async (
  db: Db,
  token: { id: string; sealed: string; expiresAt: Date; restSeconds: number },
): Promise<void> => {
  await sql`
    update wechat_token
    set sealed_token = ${token.sealed}, expires_at = ${token.expiresAt.toISOString()},
      fetching_until = now() + make_interval(secs => ${token.restSeconds})
    where id = ${token.id}`.execute(tables(db))
}

/** Gives the word back, for the next who needs a token. */
export const releaseFetch = async (db: Db, id: string): Promise<void> => {
  await tables(db).updateTable('wechat_token').set({ fetching_until: null }).where('id', '=', id).execute()
}

/** Forgets a token that is worth nothing, unless somebody has replaced it. */
export const dropToken = async (db: Db, token: Pick<TokenRow, 'id' | 'sealed'>): Promise<void> => {
  await tables(db)
    .updateTable('wechat_token')
    .set({ sealed_token: null, fetching_until: null })
    .where('id', '=', token.id)
    .where('sealed_token', '=', token.sealed)
    .execute()
}
