import path from 'node:path'
import { defineConfig } from 'vitest/config'

const here = (file: string) => path.resolve(import.meta.dirname, file)

/** Unit and component tests: the web side of every platform file, Taro's components as the elements they stand for. */
export default defineConfig({
  root: import.meta.dirname,
  define: { 'process.env.TARO_ENV': JSON.stringify('h5') },
  esbuild: { jsx: 'automatic' },
  resolve: {
    extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mts', '.js', '.mjs', '.json'],
    dedupe: ['react', 'react-dom'],
    alias: [
      { find: /^@\//, replacement: `${here('src')}/` },
      { find: /^@tarojs\/components$/, replacement: here('test/components/taro-components.tsx') },
      { find: /^@tarojs\/taro$/, replacement: here('test/components/taro-api.ts') },
    ],
  },
  test: {
    name: 'miniapp',
    environment: 'jsdom',
    setupFiles: ['./test/components/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // Files share the loaded pages and one document; setup.ts puts both back after each test.
    isolate: false,
    testTimeout: 15_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
