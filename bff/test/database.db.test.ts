import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { withServer } from './database-server.ts'

let first: TestDatabase
let second: TestDatabase

beforeAll(async () => {
  ;[first, second] = await Promise.all([createTestDatabase(), createTestDatabase()])
})

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()])
})

test('two test databases see nothing of each other', async () => {
  await withServer(first.url, (client) => client.query('create table only_here (id int)'))
  const found = await withServer(second.url, (client) => client.query("select to_regclass('only_here') as id"))
  expect(found.rows).toEqual([{ id: null }])
})

test('a test database is already migrated', async () => {
  const tables = await withServer(first.url, (client) =>
    client.query("select 1 from pg_tables where schemaname = 'public' and tablename like 'kysely_migration%'"),
  )
  expect(tables.rows.length).toBeGreaterThan(0)
})

test('Chinese and Tibetan words can be searched by their letters', async () => {
  const found = await withServer(first.url, (client) =>
    client.query("select '扶手坏了' ~ '^[[:alpha:]]+$' as chinese, 'བོད' ~ '^[[:alpha:]]' as tibetan"),
  )
  expect(found.rows).toEqual([{ chinese: true, tibetan: true }])
})
