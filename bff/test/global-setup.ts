import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { databaseUrl, dropDatabase, withServer } from './database-server.ts'
import { startThrowawayPostgres } from './throwaway-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server test databases are made on, and the prefix of every name this run uses there. */
    testServer: { url: string; prefix: string }
  }
}

/**
 * Starts one PostgreSQL for all database tests (or takes TEST_DATABASE_URL), and migrates the template that each test
 * file's database is copied from. At the end everything of this run is removed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? { url: given, stop: async () => {} } : await startThrowawayPostgres()
  const prefix = `little_bench_test_${randomBytes(4).toString('hex')}`
  const template = `${prefix}_template`

  const teardown = async () => {
    try {
      await dropDatabasesOf(server.url, prefix)
    } finally {
      await server.stop()
    }
  }
  try {
    await withServer(server.url, (client) => client.query(`create database ${template}`))
    await migrateToLatest(databaseUrl(server.url, template))
  } catch (error) {
    // The reason is the error we have, not what cleaning up after it may say.
    await teardown().catch(() => undefined)
    throw error
  }
  project.provide('testServer', { url: server.url, prefix })
  return teardown
}

async function dropDatabasesOf(serverUrl: string, prefix: string): Promise<void> {
  const left = await withServer(serverUrl, (client) =>
    client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix]),
  )
  for (const { datname } of left.rows) await dropDatabase(serverUrl, datname)
}
