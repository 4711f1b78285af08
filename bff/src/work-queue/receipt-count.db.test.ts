import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { takeReceiptCount } from './work-item.repository.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('a receipt is counted on its own, and never within a transaction that must be on disk', async () => {
  const { db } = server.app.context
  const within = db.transaction().execute((trx) => takeReceiptCount(trx, 'raosai', '2026-11-23'))
  await expect(within).rejects.toThrow('before the transaction')
  expect(await takeReceiptCount(db, 'raosai', '2026-11-23')).toBe(1)
})
