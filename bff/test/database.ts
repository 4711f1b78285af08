import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, dropDatabase, withServer } from './database-server.ts'

export interface TestDatabase {
  /** A connection string for `pg`. */
  url: string
  /** Removes the database; open connections are cut. Call it in `afterAll`. */
  drop(): Promise<void>
}

/**
 * Gives a test file a migrated, empty database of its own (a copy of the template, about 0.1 s).
 * Only in files named `*.db.test.ts`: those run with the global setup that starts the server.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, prefix } = inject('testServer')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await withServer(url, (client) => client.query(`create database ${name} template ${prefix}_template`))
  return { url: databaseUrl(url, name), drop: () => dropDatabase(url, name) }
}

/** The same without any table, as a new PostgreSQL has it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { url, prefix } = inject('testServer')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await withServer(url, (client) => client.query(`create database ${name}`))
  return { url: databaseUrl(url, name), drop: () => dropDatabase(url, name) }
}
