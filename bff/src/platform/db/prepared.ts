import type { CompiledQuery, Kysely } from 'kysely'
import { type DbOf, tables } from './database.ts'
import type { DB } from './tables.generated.ts'

interface Compilable<Row, Table extends keyof DB> {
  compile(db: Kysely<Pick<DB, Table>>): CompiledQuery<Row>
}

/** The value that is put in under this name when the statement is executed. */
export type Slot<Name extends string> = (name: Name) => string

/**
 * A statement that is built and compiled once, which for a list costs more than asking the database. `build` gets names
 * where the values will be; each execution brings the values by name.
 */
export const prepared = <Row, Name extends string, Table extends keyof DB>(
  build: (db: Kysely<Pick<DB, Table>>, slot: Slot<Name>) => Compilable<Row, Table>,
) => {
  let statement: CompiledQuery<Row> | undefined
  return async (db: DbOf<Table>, values: Readonly<Record<Name, unknown>>): Promise<Row[]> => {
    statement ??= build(tables(db), (name) => name).compile(tables(db))
    const byName: Readonly<Record<string, unknown>> = values
    const parameters = statement.parameters.map((name) => {
      // A value that was built in would be taken for a name, and be null in every execution.
      if (typeof name !== 'string' || !(name in byName)) {
        throw new Error(`a prepared statement has no value ${JSON.stringify(name)}`)
      }
      return byName[name]
    })
    return (await tables(db).executeQuery<Row>({ ...statement, parameters })).rows
  }
}
