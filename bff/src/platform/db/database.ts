import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { NamedClient } from './named-client.ts'
import type { DB } from './tables.generated.ts'

/**
 * A database or transaction of which only these tables can be reached, through `tables`: naming another feature's
 * table is a compile error. Every Kysely fits; `owned` never exists and only carries the names to `tables`.
 */
export interface DbOf<Table extends keyof DB> {
  readonly isTransaction: boolean
  readonly owned?: (table: Table) => void
}

/** Opens the tables that a repository declared as its own. */
export const tables = <Table extends keyof DB>(db: DbOf<Table>): Kysely<Pick<DB, Table>> =>
  // Kysely's type is invariant in its tables, so no narrowing of it type-checks; a subset of the tables is safe.
  db as unknown as Kysely<Pick<DB, Table>>

export type Database = Kysely<DB>
export type Trx = Transaction<DB>

const TIMESTAMPTZ = 1184
const DATE = 1082
const DATES = 1182
const BIGINT = 20

/** PostgreSQL writes `2026-11-23 09:00:00.123+00`; everything outside speaks ISO 8601 in UTC with milliseconds. */
const isoOf = (value: string): string => {
  // In UTC only the punctuation differs; a page of a list has eighty of these, and a Date for each is felt.
  if (value.length >= 22 && value.endsWith('+00') && value[10] === ' ') {
    return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  }
  return new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === TIMESTAMPTZ) return isoOf
    // A service day is a word, not an instant: a Date would shift it by the process's time zone.
    if (oid === DATE) return (value: string) => value
    // The enumeration of `pg` has no arrays.
    if (Number(oid) === DATES) return (value: string) => value.slice(1, -1).split(',').filter(Boolean)
    if (oid === BIGINT) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

export interface DatabaseConnection {
  db: Database
  pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool of `max` connections on a `postgres://` URL. Instants come back as ISO strings, days as `2026-11-23`. */
export const openDatabase = (url: string, max: number): DatabaseConnection => {
  const pool = new pg.Pool({ connectionString: url, max, types, Client: NamedClient })
  // An idle connection that PostgreSQL ends (restart, failover) must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  // Nor may one that ends between two statements of a transaction: the next statement fails, and with it the use case.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
