import { defineConfig } from 'vitest/config'

/** Checks of the compiled mini-program; run after `taro build --type weapp`. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'weapp',
    environment: 'node',
    include: ['**/*.weapp.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One phone and one server at a time: the machine builds and browses beside this.
    fileParallelism: false,
  },
})
