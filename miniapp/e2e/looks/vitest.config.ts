import { defineConfig } from 'vitest/config'

/** `pnpm test:looks`: the pages as they look, beside the pictures that were accepted last. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'looks',
    environment: 'node',
    include: ['**/looks.ts'],
    globalSetup: './global-setup.ts',
    pool: 'forks',
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
})
