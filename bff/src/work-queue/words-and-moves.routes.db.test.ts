import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  addressOfItem,
  bodyOf,
  itemFor,
  itemIn,
  make,
  personIdOf,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const movesOf = async (client: Client, receipt: Receipt) =>
  (await itemFor(client, receipt)).allowedMoves.map(({ move }) => move)
const choicesOf = (client: Client, receipt: Receipt) =>
  client.call('getMoveChoices', { params: addressOfItem(receipt) })

test('merging is offered as soon as there is something to merge with, to whoever may end both', async () => {
  const receipt = await report(people.resident)
  await make(people.worker, receipt, 'claim')
  expect(await movesOf(people.leader, receipt)).not.toContain('merge')
  const confidential = await report(people.resident, { serviceCode: 'neighbour_dispute' })
  expect(await movesOf(people.staff, confidential)).not.toContain('merge')
  const other = await report(people.neighbour)
  expect(await movesOf(people.leader, receipt)).toContain('merge')
  // What nobody has is the lead's to end, and not the worker's.
  expect(await movesOf(people.worker, receipt)).not.toContain('merge')
  expect((await choicesOf(people.worker, receipt)).likelyDuplicates).toEqual([])
  await make(people.worker, other, 'claim')
  expect(await movesOf(people.worker, receipt)).toContain('merge')
  const { likelyDuplicates } = await choicesOf(people.worker, receipt)
  expect(likelyDuplicates.map(({ receiptNumber }) => receiptNumber)).toEqual([other.receiptNumber])
  await make(people.worker, other, 'refer')
  expect(await movesOf(people.worker, receipt)).not.toContain('merge')
})

test('no category is offered that would bring an item where it must not be seen', async () => {
  const subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  const complaint = await report(people.resident, { serviceCode: 'complaint_staff' })
  await make(subdistrict, complaint, 'claim')
  const { serviceCodes } = await choicesOf(subdistrict, complaint)
  expect(serviceCodes.map(({ serviceCode }) => serviceCode)).toContain('noise')
  for (const { serviceCode } of serviceCodes) {
    const another = await report(people.resident, { serviceCode: 'complaint_staff' })
    await make(subdistrict, another, 'claim')
    await make(subdistrict, another, 'recategorise', { serviceCode })
  }
  const all = (await people.resident.call('getCommunity', { params: { communityId: 'raosai' } })).catalogue
  const left = all.filter(({ serviceCode }) => !serviceCodes.some((offered) => offered.serviceCode === serviceCode))
  for (const { serviceCode } of left.filter((entry) => entry.serviceCode !== 'complaint_staff')) {
    const { version } = await itemFor(subdistrict, complaint)
    const body = bodyOf('recategorise', version, { serviceCode })
    const answer = await subdistrict.attempt('moveWorkItem', { params: addressOfItem(complaint), body })
    expect([serviceCode, answer.code]).toEqual([serviceCode, 'queue_not_eligible'])
  }
})

test('a reply and a move at the same moment are both kept, and the reply stops its clock', async () => {
  for (let round = 0; round < 15; round += 1) {
    const receipt = await itemIn(people, 'accepted')
    const { version } = await itemFor(people.worker, receipt)
    const params = addressOfItem(receipt)
    await Promise.all([
      people.worker.call('addReply', { params, body: { body: '明天上午来修。' } }),
      people.leader.call('moveWorkItem', { params, body: { move: 'escalate', version, note: '请社区协调材料。' } }),
    ])
    const { clocks, timeline } = await itemFor(people.worker, receipt)
    expect(clocks.find(({ clock }) => clock === 'first_reply')?.endedAt).not.toBeNull()
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['replied', 'escalated']))
  }
})
