import { QUEUE_VIEWS } from '@little-bench/shared/work-queue/item.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { doWhatIsDueAt, keepSignedIn, noticesOf, saveRoster, shiftOf } from '../../test/desk.ts'
import {
  addPerson,
  addressOfItem,
  aReport,
  itemFor,
  make,
  personIdOf,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai
let subdistrict: Client
/** Works for the community and for the subdistrict, which reads complaints about the community. */
let both: Client
/** Leads the worker of the grid cell, and works for the subdistrict too. */
let leadOfBoth: Client

const COMMUNITY = { communityId: 'raosai' }
const SUBDISTRICT = { unitId: 'bakuo-subdistrict' }
const QUEUE = 'bakuo-subdistrict'

const alsoSubdistrict = async (personId: string): Promise<Client> => {
  await server.sql("insert into role_assignment (person_id, role, unit_id) values ($1, 'subdistrict_staff', $2)", [
    personId,
    SUBDISTRICT.unitId,
  ])
  return server.signIn(personId)
}

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', SUBDISTRICT))
  both = await alsoSubdistrict(await addPerson(server, 'grid_worker', { ...COMMUNITY, gridCellId: 'raosai-1' }))
  leadOfBoth = await alsoSubdistrict(await addPerson(server, 'grid_leader', { ...COMMUNITY, gridCellId: 'raosai-1' }))
  await keepSignedIn(server)
})
afterAll(() => server.stop())

const complainAbout = (...staff: readonly Client[]): Promise<Receipt> =>
  report(people.resident, { serviceCode: 'complaint_staff', aboutStaffIds: staff.map(({ personId }) => personId) })
const refusalOf = (changes: object, client = people.resident) =>
  client.attempt('reportIssue', { params: COMMUNITY, body: { ...aReport(), ...changes } })

/** Not there for them: not to open, in no queue, view or count, in no file, in no message. */
const expectHidden = async (client: Client, receipt: Receipt) => {
  const address = { params: addressOfItem(receipt) }
  const seen = [
    await client.attempt('getWorkItem', address),
    await client.attempt('getMoveChoices', address),
    await client.attempt('addNote', { ...address, body: { body: '看看。' } }),
    await client.attempt('getIssue', { params: { ...COMMUNITY, issueId: receipt.id } }),
  ]
  expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  for (const view of QUEUE_VIEWS) {
    const list = await client.attempt('listQueueItems', { params: { queueId: QUEUE }, query: { view, limit: 50 } })
    expect(list.text).not.toContain(receipt.workItemId)
  }
  const month = { from: '2026-11-01', to: '2026-12-31', format: 'csv' }
  expect((await client.attempt('exportLedger', { params: COMMUNITY, query: month })).text).not.toContain(
    receipt.receiptNumber,
  )
  expect(await noticesOf(server, client, receipt)).toEqual([])
}

const countFor = async (client: Client) =>
  (await client.call('listMyQueues')).items.find(({ id }) => id === QUEUE)?.open

test('whom a complaint is about and who leads them never see it, although they work where it goes', async () => {
  const counts = [await countFor(leadOfBoth), await countFor(subdistrict)]
  const receipt = await complainAbout(people.worker)
  expect((await itemFor(subdistrict, receipt)).queue.id).toBe(QUEUE)
  for (const client of [people.worker, leadOfBoth]) await expectHidden(client, receipt)
  expect([await countFor(leadOfBoth), await countFor(subdistrict)]).toEqual([counts[0], (counts[1] ?? 0) + 1])
})

test('about somebody else, their colleague of the subdistrict reads it as everybody there does', async () => {
  const receipt = await complainAbout(people.otherWorker)
  expect((await itemFor(both, receipt)).id).toBe(receipt.workItemId)
})

test('nothing brings it to them: no claim, dispatch, roster, category, split, merge, pass-up or reopening', async () => {
  const receipt = await complainAbout(people.worker)
  const claimed = await leadOfBoth.call('claimNextItem', { params: { queueId: QUEUE } })
  expect(claimed.item?.id).not.toBe(receipt.workItemId)
  const { version } = await itemFor(subdistrict, receipt)
  const body = { move: 'dispatch', version, assigneeId: leadOfBoth.personId }
  expect((await subdistrict.attempt('moveWorkItem', { params: addressOfItem(receipt), body })).code).toBe(
    'assignee_not_in_queue',
  )
  const { assignees } = await subdistrict.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect(assignees.map(({ id }) => id)).not.toContain(leadOfBoth.personId)
  await saveRoster(subdistrict, QUEUE, [shiftOf(leadOfBoth.personId)])
  const rostered = await complainAbout(people.worker)
  expect((await itemFor(subdistrict, rostered)).assignee).toBeNull()
  await saveRoster(subdistrict, QUEUE, [], 'claim')

  await make(people.resident, receipt, 'remind')
  await make(subdistrict, receipt, 'recategorise', { serviceCode: 'noise' })
  await doWhatIsDueAt(server, '2026-12-20T02:00:00.000Z')
  await make(subdistrict, receipt, 'claim')
  await make(subdistrict, receipt, 'split')
  for (const { id } of (await itemFor(subdistrict, receipt)).children) {
    await expectHidden(leadOfBoth, { ...receipt, workItemId: id })
    await make(subdistrict, { workItemId: id }, 'close')
  }
  await make(subdistrict, receipt, 'resolve')
  await make(people.resident, receipt, 'reopen')
  for (const client of [people.worker, leadOfBoth]) await expectHidden(client, receipt)
  server.clock.set(START)
})

test('it is not merged with what they may see, or they would read its number there', async () => {
  const [hidden, other] = [await complainAbout(people.worker), await complainAbout(people.otherWorker)]
  const { version } = await itemFor(subdistrict, other)
  const merge = { move: 'merge', version, receiptNumber: hidden.receiptNumber, direction: 'absorb', note: '同一件。' }
  const answer = await subdistrict.attempt('moveWorkItem', { params: addressOfItem(other), body: merge })
  expect(answer.code).toBe('merge_not_possible')
  const { likelyDuplicates } = await subdistrict.call('getMoveChoices', { params: addressOfItem(other) })
  expect(likelyDuplicates.map(({ receiptNumber }) => receiptNumber)).not.toContain(hidden.receiptNumber)
})

test('about somebody whom all who would read it lead, the reporter is told whom to call, and nothing is written', async () => {
  const rows = () => server.sql('select id from work_item')
  const before = await rows()
  for (const client of [subdistrict, both]) {
    const answer = await refusalOf({ serviceCode: 'complaint_staff', aboutStaffIds: [client.personId] })
    expect([answer.status, answer.code]).toEqual([422, 'nobody_to_read'])
    expect(answer.text).toContain('12345')
  }
  expect(await rows()).toEqual(before)
})

test('so they are when the only one who would read it leads whom it is about', async () => {
  const others = "role = 'subdistrict_staff' and unit_id = $1 and person_id <> $2"
  const values = [SUBDISTRICT.unitId, leadOfBoth.personId]
  const roles = await server.sql<{ person_id: string }>(
    `delete from role_assignment where ${others} returning person_id`,
    values,
  )
  const refusal = await refusalOf({ serviceCode: 'complaint_staff', aboutStaffIds: [people.worker.personId] })
  for (const { person_id: personId } of roles) await alsoSubdistrict(personId)
  expect(refusal.code).toBe('nobody_to_read')
})

test('only staff of this community can be named, and only in a complaint about staff', async () => {
  const about = (client: Client) => ({ serviceCode: 'complaint_staff', aboutStaffIds: [client.personId] })
  for (const client of [people.neighbour, people.elsewhere]) {
    expect((await refusalOf(about(client))).code).toBe('unknown_staff')
  }
  const elsewhere = await refusalOf({ aboutStaffIds: [people.worker.personId] })
  expect([elsewhere.code, elsewhere.fields[0]?.field]).toEqual(['validation_failed', 'aboutStaffIds'])
})
