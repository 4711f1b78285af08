import { sql } from 'kysely'
import { type DbOf, tables } from './database.ts'
import type { DB } from './tables.generated.ts'

/** A sealed value with what it is sealed for. */
export interface SealedValue {
  /** The id of its row. */
  id: string
  sealed: string
  purpose: string
}

export interface Resealed {
  id: string
  /** As it was read: what was changed meanwhile is left alone. */
  before: string
  after: string
}

/** A column of sealed values, as keys are changed. One that is not listed loses its values with their key. */
export interface SealedColumnOf<Table extends keyof DB> {
  name: string
  /** By id; `null` begins. */
  list(db: DbOf<Table>, afterId: string | null, limit: number): Promise<SealedValue[]>
  /** How many were written: those that still are as they were read. */
  replace(db: DbOf<Table>, values: readonly Resealed[]): Promise<number>
}

const FIRST = '00000000-0000-0000-0000-000000000000'

type SealedName<Table extends keyof DB> = Extract<keyof DB[Table], `sealed_${string}`>

/** A column `sealed_…` of a table whose rows have a uuid `id` of their own: the purpose of a value is its place. */
export const sealedColumn = <Table extends keyof DB>(table: Table, column: SealedName<Table>) => {
  const purposeOf = (id: string): string => `${table}.${column}:${id}`
  const [relation, name] = [sql.table(table), sql.ref(column)]
  const place: SealedColumnOf<Table> & { purposeOf(id: string): string } = {
    name: `${table}.${column}`,
    purposeOf,
    async list(db, afterId, limit) {
      const { rows } = await sql<{ id: string; sealed: string }>`
        select id, ${name} as sealed from ${relation}
        where id > ${afterId ?? FIRST}::uuid and ${name} is not null order by id limit ${limit}`.execute(tables(db))
      return rows.map((row) => ({ ...row, purpose: purposeOf(row.id) }))
    },
    async replace(db, values) {
      const { numAffectedRows } = await sql`
        update ${relation} as held set ${name} = resealed.after
        from unnest(
          ${sql.val(values.map(({ id }) => id))}::uuid[],
          ${sql.val(values.map((value) => value.before))}::text[],
          ${sql.val(values.map((value) => value.after))}::text[]
        ) as resealed (id, before, after)
        where held.id = resealed.id and held.${name} = resealed.before`.execute(tables(db))
      return Number(numAffectedRows)
    },
  }
  return place
}
