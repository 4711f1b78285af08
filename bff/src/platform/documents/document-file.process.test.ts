import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { buildServer } from '../../../bin/build-server.mjs'
import { createProgress } from '../../../bin/progress.mjs'
import type { WrittenDocument } from './written-document.ts'

const WORKER = new URL('../../../dist/document-file.worker.js', import.meta.url)
const DOCUMENT: WrittenDocument = {
  title: '示范的纸',
  subtitle: '示范社区　RS-20261128-0001',
  sections: [{ heading: '内容', text: '十点以后不放音乐。\nསྐད།' }],
  signatures: ['本人（签名）'],
  on: '2026年11月28日',
  footnote: '示范。',
}

beforeAll(() => buildServer(createProgress()))

test.each([
  ['pdf', '%PDF'],
  ['docx', 'PK'],
] as const)('the built server has the thread that writes a %s, and the thread its fonts', async (format, beginning) => {
  const worker = new Worker(WORKER)
  worker.postMessage({ format, document: DOCUMENT })
  const [written]: Uint8Array[] = await once(worker, 'message')
  await worker.terminate()
  expect(
    Buffer.from(written ?? [])
      .subarray(0, beginning.length)
      .toString(),
  ).toBe(beginning)
})
