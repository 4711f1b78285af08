import type { Insertable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { ProxyAct } from '../platform/db/tables.generated.ts'

/** A line of what was done for somebody; nothing ever changes it. */
export const insertProxyAct = async (db: DbOf<'proxy_act'>, act: Insertable<ProxyAct>): Promise<void> => {
  await tables(db).insertInto('proxy_act').values(act).execute()
}
