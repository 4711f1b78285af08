import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { personIdOf, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let resident: Client

beforeAll(async () => {
  server = await startTestServer()
  ;({ resident } = await signInRaosai(server))
})
afterAll(() => server.stop())

const CISONGTANG = { placeId: 'cisongtang-courtyard-1' }
const numberOf = async (...reportOf: Parameters<typeof report>) => (await report(...reportOf)).receiptNumber
const countIn = (receiptNumber: string) => Number(receiptNumber.split('-')[2])

test('a receipt number names the community, the day in Lhasa and the count of that day', async () => {
  expect(await numberOf(resident)).toMatch(/^RS-20261123-\d{4}$/)
  expect(await numberOf(resident, CISONGTANG, 'cisongtang')).toBe('CST-20261123-0001')
})

test('the day changes at midnight in Lhasa and the count begins again', async () => {
  server.clock.set('2026-11-23T15:59:59.000Z')
  expect(await numberOf(resident)).toMatch(/^RS-20261123-/)
  server.clock.set('2026-11-23T16:00:00.000Z')
  expect(await numberOf(resident)).toBe('RS-20261124-0001')
})

test('fifty reports at once get fifty different numbers', async () => {
  const numbers = await Promise.all(Array.from({ length: 50 }, () => numberOf(resident)))
  expect(new Set(numbers).size).toBe(50)
})

test('a number is not given again after its report was withdrawn or failed', async () => {
  const last = await numberOf(resident)
  await server.sql('alter table issue add constraint no_water check (description <> $$漏水$$)')
  const failed = await resident.attempt('reportIssue', {
    params: { communityId: 'raosai' },
    body: { serviceCode: 'garbage', description: '漏水', placeId: 'raosai-public-toilet' },
  })
  await server.sql('alter table issue drop constraint no_water')
  expect(failed.status).toBe(500)
  expect(countIn(await numberOf(resident))).toBeGreaterThan(countIn(last))
  const numbers = await server.sql<{ receipt_number: string }>('select receipt_number from work_item')
  expect(new Set(numbers.map((row) => row.receipt_number)).size).toBe(numbers.length)
})

test('the receipt number alone opens nothing', async () => {
  const receipt = await report(resident)
  const stranger = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }, 1))
  const asIssue = await stranger.attempt('getIssue', {
    params: { communityId: 'raosai', issueId: receipt.receiptNumber },
  })
  const asItem = await resident.attempt('getWorkItem', {
    params: { communityId: 'raosai', workItemId: receipt.receiptNumber },
  })
  expect([asIssue.code, asItem.code]).toEqual(['not_found', 'not_found'])
})
