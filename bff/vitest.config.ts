import { defineConfig } from 'vitest/config'

const rules = {
  name: 'rules',
  include: ['{src,test}/**/*.test.ts', 'bin/**/*.test.mjs'],
  exclude: ['**/*.{db,process}.test.ts'],
}
const database = {
  name: 'database',
  include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts', 'migrations/**/*.db.test.ts'],
}
const processes = { name: 'processes', include: ['{src,bin,test}/**/*.process.test.ts'] }

/**
 * Three kinds of tests: rules need nothing, database tests get a PostgreSQL from the global setup, and process tests
 * start and kill whole programs, one after the other.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { ...rules, environment: 'node' } },
      {
        test: {
          ...database,
          environment: 'node',
          globalSetup: './test/global-setup.ts',
          // Files share the loaded server code, and nothing else: each has a database and a server of its own.
          isolate: false,
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
      {
        test: { ...processes, environment: 'node', fileParallelism: false, hookTimeout: 120_000, testTimeout: 120_000 },
      },
    ],
  },
})
