import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { buildServer } from '../../bin/build-server.mjs'
import { createProgress } from '../../bin/progress.mjs'
import { documentOf } from './agreement-document.ts'

const WORKER = new URL('../../dist/agreement-file.worker.js', import.meta.url)
const DOCUMENT = documentOf(
  { version: 1, dispute: '夜里的声音。', terms: 'སྐད།', performance: '今天起。', on: '2026-11-28', effectiveOn: null },
  { receiptNumber: 'RS-20261128-0001', communityName: '示范社区', applicant: null, respondent: null },
)

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
