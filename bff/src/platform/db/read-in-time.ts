import { sql } from 'kysely'
import type { Database, Trx } from './database.ts'

/** How PostgreSQL says that it stopped a statement which took too long. */
const STOPPED = '57014'

/** Reads for so long at most; undefined when it would have taken longer. */
export const readInTime = async <Result>(
  db: Database,
  milliseconds: number,
  read: (trx: Trx) => Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(trx)
      return read(trx)
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === STOPPED) return undefined
    throw error
  }
}
