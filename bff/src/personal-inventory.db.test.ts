import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { PERSON_COLUMNS } from './people/person-columns.ts'
import { composeInventory } from './personal-inventory.ts'

const INVENTORY = composeInventory(() => Promise.resolve())
const TABLES = INVENTORY.map(({ table }): string => table)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const rowsOf = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<Row>(query)
  await client.end()
  return rows
}

test('every table that belongs to a person stands in the inventory, once', () => {
  const own = Object.entries(PERSON_COLUMNS).flatMap(([column, kind]) =>
    kind === 'own' ? [column.split('.')[0] ?? ''] : [],
  )
  expect([...new Set(own)].filter((table) => !TABLES.includes(table))).toEqual([])
  expect(new Set(TABLES).size).toBe(TABLES.length)
})

test('every column of these tables is said or left out on purpose', async () => {
  const columns = await rowsOf<{ table: string; name: string }>(
    `select table_name as "table", column_name as name from information_schema.columns where table_schema = 'public'`,
  )
  const unexplained = INVENTORY.flatMap(({ table, columns: explained }) =>
    columns
      .filter((column) => column.table === table && !(column.name in explained))
      .map(({ name }) => `${table}.${name}`),
  )
  expect(unexplained).toEqual([])
})

test('what refers to something stands before it, so that it goes first', async () => {
  const references = await rowsOf<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'`,
  )
  const place = (table: string): number => TABLES.indexOf(table)
  const mixedUp = references.filter(
    ({ from, to }) => from !== to && place(from) >= 0 && place(from) > place(to) && place(to) >= 0,
  )
  expect(mixedUp).toEqual([])
})

test('no sealed column that is a person’s own is left out of what they get, but for what they must not read', () => {
  const leftOut = INVENTORY.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([name, { kind }]) =>
      name.startsWith('sealed_') && kind === 'left_out' ? [`${table}.${name}`] : [],
    ),
  )
  expect(leftOut).toEqual([
    'home_visit_outcome.sealed_note',
    'home_visit.sealed_code',
    'mediation_case.sealed_words',
    'staff_totp.sealed_secret',
  ])
})
