import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { TestServer } from './server.ts'

interface Column {
  name: string
  type: string
  isGenerated: boolean
}

export interface RandomRows {
  /** A row of a table whose `column` names a person; the others hold anything at all, but for `values`. */
  insert(table: string, column: string, personId: string, values?: Record<string, unknown>): Promise<void>
  /** Nobody gives a grant to themselves: the one rule of content that merging asks the database about. */
  allowNoSelfGrant(): Promise<void>
}

/**
 * Lets the database of a test take any row: what refers to what, and which words stand where, is not the question there.
 * Keys and whatever is there once alone stay as they are.
 */
export const withoutContentRules = async (server: TestServer): Promise<RandomRows> => {
  const rules = await server.sql<{ relation: string; name: string }>(
    `select conrelid::regclass::text as relation, conname as name from pg_constraint
     where contype in ('f', 'c') and connamespace = 'public'::regnamespace`,
  )
  for (const { relation, name } of rules) await server.sql(`alter table ${relation} drop constraint "${name}"`)
  const columns = new Map<string, Column[]>()
  const columnsOf = async (table: string): Promise<Column[]> => {
    const known = columns.get(table)
    if (known) return known
    const found = await server.sql<Column>(
      `select attname as name, format_type(atttypid, null) as type, attgenerated <> '' as "isGenerated"
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    columns.set(table, found)
    return found
  }
  return {
    async insert(table, column, personId, values = {}) {
      const written = (await columnsOf(table)).filter(({ isGenerated }) => !isGenerated)
      const row = written.map(({ name, type }) => {
        if (name === column) return personId
        return name in values ? values[name] : anything(type)
      })
      const places = written.map((_column, index) => `$${index + 1}`)
      const names = written.map(({ name }) => name)
      await server.sql(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, row)
    },
    async allowNoSelfGrant() {
      await server.sql('alter table proxy_grant add constraint proxy_grant_check check (agent_id <> principal_id)')
    },
  }
}

const anything = (type: string): unknown => {
  if (type.endsWith('[]')) return '{}'
  if (type.startsWith('timestamp')) return new Date(1_700_000_000_000 + randomInt(1_000_000_000)).toISOString()
  switch (type) {
    case 'uuid':
      return randomUUID()
    case 'integer':
    case 'bigint':
    case 'smallint':
    case 'double precision':
      return randomInt(1, 30_000)
    case 'boolean':
      return randomInt(2) === 1
    case 'date':
      return `20${randomInt(10, 99)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`
    case 'jsonb':
      return '{}'
    case 'tstzrange':
      return rangeAtRandom()
    default:
      return randomBytes(9).toString('hex')
  }
}

const rangeAtRandom = (): string => {
  const from = 1_700_000_000_000 + randomInt(1_000_000_000)
  return `[${new Date(from).toISOString()},${new Date(from + 60_000).toISOString()})`
}
