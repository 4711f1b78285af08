import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Database, type DbOf, type Trx, tables } from '../platform/db/database.ts'
import {
  type Clearing,
  type Cutoff,
  type Expiry,
  type HeldRow,
  NOBODY_ID,
  NOBODY_NAME,
  type PersonalData,
} from '../platform/db/personal-data.ts'

/** So many of one table are changed in one statement: nobody waits long for them. */
const BATCH = 500

/** The rows of a person that they, or staff beside them, may read: up to so many, and how many there are. */
export const listRowsOf = async (
  db: Database | Trx,
  { table, whose, shown, shownToStaff }: PersonalData,
  { personId, isBesideStaff }: { personId: string; isBesideStaff: boolean },
  limit: number,
): Promise<{ rows: HeldRow[]; total: number }> => {
  const conditions = [whose(personId), shown?.(personId), isBesideStaff ? shownToStaff : undefined]
  const theirs = sql.join<SqlBool>(
    conditions.flatMap((condition) => condition ?? []),
    sql` and `,
  )
  const { rows } = await sql<HeldRow>`
    select held.* from ${sql.table(table)} as held where ${theirs} limit ${limit}`.execute(db)
  if (rows.length < limit) return { rows, total: rows.length }
  const counted = await sql<{ total: number }>`
    select count(*) as total from ${sql.table(table)} as held where ${theirs}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? rows.length }
}

/** Whether anything of a person is there. */
export const hasRowsOf = async (trx: Trx, { table, whose }: PersonalData, personId: string): Promise<boolean> => {
  const { rows } = await sql`select from ${sql.table(table)} as held where ${whose(personId)} limit 1`.execute(trx)
  return rows.length > 0
}

/** Deletes the rows of a person, or those of them that `only` is true of; answers what is gone. */
export const deleteRowsOf = async (
  trx: Trx,
  { table, whose }: PersonalData,
  personId: string,
  only: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): Promise<HeldRow[]> => {
  const { rows } = await sql<HeldRow>`
    delete from ${sql.table(table)} as held where ${whose(personId)} and ${only} returning held.*`.execute(trx)
  return rows
}

export const clearRowsOf = async (
  trx: Trx,
  { table, whose }: PersonalData,
  personId: string,
  set: Clearing,
  now: Date,
): Promise<void> => {
  await sql`update ${sql.table(table)} as held set ${assignments(set, now)} where ${whose(personId)}`.execute(trx)
}

const assignments = (set: Clearing, now: Date) =>
  sql.join(Object.entries(set(now.toISOString())).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))

/** Rows that are due by a rule, and that nothing which is kept refers to. */
const dueRows = async (db: Database | Trx, { table }: PersonalData, { isDue, set }: Expiry, cutoff: Cutoff) =>
  set ? isDue(cutoff) : sql<SqlBool>`${isDue(cutoff)} and ${await isFree(db, table)}`

/** How many rows would go, or forget. */
export const countDue = async (db: Database, data: PersonalData, expiry: Expiry, cutoff: Cutoff): Promise<number> => {
  const { rows } = await sql<{ due: number }>`
    select count(*) as due from ${sql.table(data.table)} as held
    where ${await dueRows(db, data, expiry, cutoff)}`.execute(db)
  return rows[0]?.due ?? 0
}

/** One batch of what is due; answers the rows. Another process leaves alone what this one holds. */
export const expireSome = async (
  trx: Trx,
  data: PersonalData,
  expiry: Expiry,
  cutoff: Cutoff,
  now: Date,
): Promise<HeldRow[]> => {
  const table = sql.table(data.table)
  const chosen = sql`array(select held.ctid from ${table} as held where ${await dueRows(trx, data, expiry, cutoff)}
    limit ${BATCH} for update skip locked)`
  const change = expiry.set
    ? sql<HeldRow>`update ${table} as held set ${assignments(expiry.set, now)}`
    : sql<HeldRow>`delete from ${table} as held`
  const { rows } = await sql<HeldRow>`${change} where held.ctid = any(${chosen}) returning held.*`.execute(trx)
  return rows
}

/** Whose things are when it is forgotten whose they were. */
export const ensureNobody = async (db: DbOf<'person'>, now: Date): Promise<void> => {
  await tables(db)
    .insertInto('person')
    .values({
      id: NOBODY_ID,
      name: NOBODY_NAME,
      is_demo: false,
      created_at: now.toISOString(),
      closed_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface Reference {
  table: string
  columns: string[]
  named: string[]
}

/** No other row refers to it. What refers to what is the schema's to say, so that a new table is covered from birth. */
const isFree = async (db: Database | Trx, table: string): Promise<RawBuilder<SqlBool>> => {
  const { rows } = await sql<Reference>`
    select conrelid::regclass::text as "table",
      array(select attname::text from unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = conrelid and attnum = key.number order by place) as columns,
      array(select attname::text from unnest(confkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = confrelid and attnum = key.number order by place) as named
    from pg_constraint
    where contype = 'f' and confrelid = ${table}::regclass and confdeltype = 'a'`.execute(db)
  const referred = rows.map(({ table: from, columns, named }) => {
    const same = columns.map((column, place) => sql`reference.${sql.ref(column)} = held.${sql.ref(named[place] ?? '')}`)
    return sql<SqlBool>`not exists (select from ${sql.table(from)} as reference where ${sql.join(same, sql` and `)})`
  })
  return referred.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>(referred, sql` and `)
}
