import { QUEUE_VIEWS } from '@little-bench/shared/work-queue/item.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { doWhatIsDueAt, keepSignedIn, noticesOf, untilDelivered } from '../../test/desk.ts'
import { addressOfItem, itemFor, make, personIdOf, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import type { Neighbourhood } from '../../test/situations.ts'

let server: TestServer
let people: Neighbourhood
let subdistrict: Client

beforeAll(async () => {
  server = await startTestServer()
  const department = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'municipal-works' }))
  people = { ...(await signInRaosai(server)), department }
  subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  await keepSignedIn(server)
})
afterAll(() => server.stop())

const COMMUNITY_QUEUES = ['raosai-community', 'raosai-grid-1', 'raosai-grid-2', 'raosai-grid-3']
const complain = () => report(people.resident, { serviceCode: 'complaint_staff' })
/** Those whom a complaint is about: everybody who works for the community. */
const communityStaff = () => [people.staff, people.leader, people.worker, people.otherWorker]

/** Neither the item nor a trace of it: in no queue and view, in no count, in no message. */
const expectHidden = async (receipt: Receipt) => {
  for (const client of communityStaff()) {
    const seen = [
      await client.attempt('getWorkItem', { params: addressOfItem(receipt) }),
      await client.attempt('getMoveChoices', { params: addressOfItem(receipt) }),
      await client.attempt('getIssue', { params: { communityId: 'raosai', issueId: receipt.id } }),
    ]
    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404])
  }
  for (const queueId of COMMUNITY_QUEUES) {
    for (const view of QUEUE_VIEWS) {
      const { items } = await people.staff.call('listQueueItems', { params: { queueId }, query: { view, limit: 50 } })
      expect([queueId, view, items.map(({ id }) => id)]).not.toEqual([
        queueId,
        view,
        expect.arrayContaining([receipt.workItemId]),
      ])
    }
  }
  expect(await noticesOf(server, people.staff, receipt)).toEqual([])
  expect(await noticesOf(server, people.leader, receipt)).toEqual([])
}

const refusalOf = async (client: Client, receipt: Receipt, body: object) => {
  const { version } = await itemFor(client, receipt)
  const answer = await client.attempt('moveWorkItem', { params: addressOfItem(receipt), body: { version, ...body } })
  return answer.code
}

test('a complaint about the community goes to the subdistrict and is hidden from the community', async () => {
  const receipt = await complain()
  expect((await itemFor(subdistrict, receipt)).queue.id).toBe('bakuo-subdistrict')
  await expectHidden(receipt)
})

test.each(COMMUNITY_QUEUES)('the subdistrict can neither refer it to %s nor invite them', async (queueId) => {
  const receipt = await complain()
  const { queues } = await subdistrict.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect(queues.map(({ id }) => id)).not.toContain(queueId)
  expect(await refusalOf(subdistrict, receipt, { move: 'refer', queueId, note: '请看。' })).toBe('queue_not_eligible')
  const invitation = { move: 'invite', queueIds: ['municipal-works', queueId], note: '请看。' }
  expect(await refusalOf(subdistrict, receipt, invitation)).toBe('queue_not_eligible')
  await expectHidden(receipt)
})

test('a department that took it over can neither give it to the community nor pass it up by way of it', async () => {
  const receipt = await complain()
  await make(subdistrict, receipt, 'refer', { queueId: 'municipal-works' })
  await make(people.department, receipt, 'accept_referral')
  const refer = { move: 'refer', queueId: 'raosai-community', note: '请看。' }
  expect(await refusalOf(people.department, receipt, refer)).toBe('queue_not_eligible')
  await make(people.department, receipt, 'escalate')
  expect((await itemFor(people.department, receipt)).supervisors.map(({ id }) => id)).toEqual(['bakuo-subdistrict'])
  await expectHidden(receipt)
})

test.each(['garbage', 'roof_leak', 'other'])(
  'it cannot become %s, which the community works on',
  async (serviceCode) => {
    const receipt = await complain()
    expect(await refusalOf(subdistrict, receipt, { move: 'recategorise', serviceCode })).toBe('queue_not_eligible')
    await expectHidden(receipt)
  },
)

test('under a category that the community would follow it stays hidden, and so at another place', async () => {
  const receipt = await complain()
  await make(subdistrict, receipt, 'recategorise', { serviceCode: 'noise' })
  await make(subdistrict, receipt, 'relocate', { placeId: 'raosai-small-square' })
  expect((await itemFor(subdistrict, receipt)).participants).toEqual([])
  await expectHidden(receipt)
})

test('what turns out to be a complaint disappears from everybody in the community who had it, followed it or led it', async () => {
  const receipt = await report(people.resident)
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'escalate')
  await make(people.worker, receipt, 'refer', { queueId: 'bakuo-subdistrict' })
  await make(subdistrict, receipt, 'accept_referral')
  expect((await itemFor(people.worker, receipt)).queue.id).toBe('bakuo-subdistrict')
  await untilDelivered(server)
  await server.sql('delete from inbox_message where work_item_id = $1', [receipt.workItemId])
  await make(subdistrict, receipt, 'recategorise', { serviceCode: 'complaint_staff' })
  expect(await itemFor(subdistrict, receipt)).toMatchObject({ participants: [], supervisors: [] })
  await expectHidden(receipt)
})

test('overdue, reminded and reopened, it is reported to nobody in the community', async () => {
  const receipt = await complain()
  await make(people.resident, receipt, 'remind')
  await doWhatIsDueAt(server, '2026-12-20T02:00:00.000Z')
  await make(subdistrict, receipt, 'claim')
  await make(subdistrict, receipt, 'resolve')
  await make(people.resident, receipt, 'reopen')
  expect((await itemFor(subdistrict, receipt)).queue.id).toBe('bakuo-subdistrict')
  await expectHidden(receipt)
  server.clock.set(START)
})

test('a complaint is not merged with what the community follows, however confidential that is', async () => {
  const followed = await report(people.neighbour, { serviceCode: 'family_matter' })
  await make(people.staff, followed, 'claim')
  await make(people.staff, followed, 'refer', { queueId: 'bakuo-subdistrict' })
  await make(subdistrict, followed, 'accept_referral')
  const receipt = await complain()
  const merge = { move: 'merge', receiptNumber: followed.receiptNumber, note: '同一件事。' }
  for (const direction of ['into', 'absorb']) {
    expect(await refusalOf(subdistrict, receipt, { ...merge, direction })).toBe('merge_not_possible')
  }
  expect(JSON.stringify(await itemFor(people.staff, followed))).not.toContain(receipt.receiptNumber)
})

test('the works of a complaint stay away from the community, wherever they are', async () => {
  const receipt = await complain()
  await make(subdistrict, receipt, 'claim')
  const parts = [{ title: '核对记录' }, { title: '看现场', placeId: 'raosai-small-square' }]
  await make(subdistrict, receipt, 'split', { parts })
  const { children } = await itemFor(subdistrict, receipt)
  expect(children).toHaveLength(2)
  for (const { id } of children) await expectHidden({ ...receipt, workItemId: id })
})
