import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { openDatabase } from '../db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../db/transaction.ts'
import { createLog } from '../log/log.ts'
import { createJobs } from './jobs.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const HEALTHY = ['one', 'two', 'four', 'five']

test('jobs that were enqueued together are done together, and one that cannot be done holds up no other', async () => {
  const { db, close } = openDatabase(database.url, 2)
  const jobs = createJobs(database.url, createLog('silent'), { isScheduling: false })
  const batches: string[][] = []
  const done: string[] = []
  jobs.handleBatch<{ name: string }>('announce', async (batch) => {
    const names = batch.map(({ payload }) => payload.name)
    batches.push(names)
    if (names.includes('broken')) throw new Error('cannot be done')
    done.push(...names)
  })
  await jobs.start()
  await inTransaction(db, new Date(), PLAIN_WRITE, async (trx) => {
    for (const name of ['one', 'two', 'broken', 'four', 'five']) await jobs.enqueue(trx, 'announce', { name })
  })
  await expect.poll(() => done.toSorted(), { timeout: 10_000 }).toEqual(HEALTHY.toSorted())
  expect(batches[0]).toHaveLength(5)
  // The broken one is tried again later, and by then alone.
  await expect.poll(() => batches.at(-1), { timeout: 15_000 }).toEqual(['broken'])
  await jobs.stop()
  await close()
  expect(done.toSorted()).toEqual(HEALTHY.toSorted())
})
