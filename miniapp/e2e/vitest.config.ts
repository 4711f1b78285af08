import { defineConfig } from 'vitest/config'

/** Browser tests: a real Chromium against the built web pages, a built server and a PostgreSQL, all started here. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'browser',
    environment: 'node',
    include: ['**/*.test.ts'],
    globalSetup: './setup/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 120_000,
    testTimeout: 180_000,
    // On two loaded processors a page is now and then lost on its way; what fails twice is wrong.
    retry: 1,
  },
})
