import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addressOfItem, itemFor, make, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const BILL = { destination: '供水、供电、供气单位；不知道找谁就打12345', phone: '12345' }
const close = (receipt: Receipt, changes: object = {}) =>
  make(people.staff, receipt, 'close', { outcome: 'not_ours', ...changes })
const issueFor = (client: Client, receipt: Receipt) =>
  client.call('getIssue', { params: { communityId: 'raosai', issueId: receipt.id } })

test('what is not ours tells its reporter where to go, as the catalogue knows it, and staff what they were told', async () => {
  const receipt = await report(people.resident, { serviceCode: 'utility_bill' })
  expect((await itemFor(people.resident, receipt)).notOurs).toBeNull()
  await close(receipt)
  expect((await itemFor(people.resident, receipt)).notOurs).toEqual(BILL)
  expect((await itemFor(people.staff, receipt)).notOurs).toEqual(BILL)
  expect((await issueFor(people.resident, receipt)).notOurs).toEqual(BILL)
})

test('who knows better names somebody else, and that is what the reporter reads', async () => {
  const receipt = await report(people.resident, { serviceCode: 'utility_bill' })
  await close(receipt, { destination: '东区供暖公司', destinationPhone: '0891-12345' })
  expect((await itemFor(people.resident, receipt)).notOurs).toEqual({
    destination: '东区供暖公司',
    phone: '0891-12345',
  })
  const { items } = await people.staff.call('listNotOurs', { params: { communityId: 'raosai' }, query: { limit: 50 } })
  expect(items.find(({ workItemId }) => workItemId === receipt.workItemId)?.destination).toBe('东区供暖公司')
})

test('a neighbour of a public one reads that it was not ours, and not what its reporter was told', async () => {
  const receipt = await report(people.resident, { visibility: 'public' })
  await close(receipt, { destination: '供暖公司的巡线员', destinationPhone: '0891-12345' })
  for (const client of [people.neighbour, server.anonymous]) {
    const issue = await issueFor(client, receipt)
    expect([issue.outcome, issue.notOurs]).toEqual(['not_ours', null])
    expect(JSON.stringify(issue)).not.toContain('供暖公司')
  }
  expect((await people.neighbour.attempt('getWorkItem', { params: addressOfItem(receipt) })).code).toBe('not_found')
})

test('each time it is closed so it says what was said that time, and nothing while it is open again', async () => {
  const receipt = await report(people.resident, { serviceCode: 'utility_bill' })
  await close(receipt, { destination: '先说的单位' })
  await make(people.resident, receipt, 'reopen')
  expect((await itemFor(people.resident, receipt)).notOurs).toBeNull()
  await close(receipt, { destination: '后说的单位' })
  expect((await itemFor(people.resident, receipt)).notOurs?.destination).toBe('后说的单位')
})

test('an item that ended in any other way names nobody', async () => {
  const receipt = await report(people.resident, { serviceCode: 'utility_bill' })
  await close(receipt, { outcome: 'rejected' })
  expect((await itemFor(people.resident, receipt)).notOurs).toBeNull()
})

test('whoever may close it so is offered what the catalogue says, and words for it', async () => {
  const [bill, garbage] = [
    await report(people.resident, { serviceCode: 'utility_bill' }),
    await report(people.resident),
  ]
  const choicesOf = (receipt: Receipt) => people.staff.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect((await choicesOf(bill)).notOurs).toEqual({ ...BILL, reply: expect.stringContaining('12345') })
  expect((await choicesOf(garbage)).notOurs).toBeNull()
})
