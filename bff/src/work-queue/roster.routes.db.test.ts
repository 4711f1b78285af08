import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { doWhatIsDueAt, keepSignedIn, kindsOf, move, noticesOf, saveRoster, shiftOf } from '../../test/desk.ts'
import { addPerson, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const QUEUE = 'raosai-grid-1'
const params = { queueId: QUEUE }

let server: TestServer
let people: Raosai
let second: Client

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  second = await server.signIn(
    await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' }, { name: '示范网格员乙' }),
  )
  await keepSignedIn(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const assigneeOf = async (receipt: Receipt) => (await itemFor(people.leader, receipt)).assignee?.id
const both = () => [shiftOf(people.worker.personId), shiftOf(second.personId)]
const body = (changes: object) => ({ version: 0, mode: 'roster', shifts: [], ...changes })

test('before anybody has saved a roster it is empty, and everybody who serves the queue can be named', async () => {
  const roster = await people.worker.call('getRoster', { params })
  expect(roster).toMatchObject({ version: 0, mode: 'claim', shifts: [], onDutyNow: [], canEdit: false, savedBy: null })
  expect(roster.staff.map(({ id }) => id)).toContain(people.leader.personId)
  expect((await people.leader.call('getRoster', { params })).canEdit).toBe(true)
})

test('only who leads the queue saves its roster; who does not serve it finds none', async () => {
  expect((await people.worker.attempt('saveRoster', { params, body: body({}) })).code).toBe('not_queue_lead')
  for (const stranger of [people.otherWorker, people.elsewhere]) {
    expect((await stranger.attempt('saveRoster', { params, body: body({}) })).code).toBe('not_served_queue')
    expect((await stranger.attempt('getRoster', { params })).code).toBe('not_served_queue')
  }
  expect((await people.resident.attempt('getRoster', { params })).code).toBe('forbidden')
  expect((await people.resident.attempt('saveRoster', { params, body: body({}) })).code).toBe('forbidden')
  expect(await server.sql('select 1 from duty_roster')).toEqual([])
})

test('a roster names only people of its queue, and says in which field somebody is not', async () => {
  const shifts = [
    shiftOf(people.worker.personId),
    shiftOf(people.resident.personId, { backupId: people.otherWorker.personId }),
  ]
  const refused = await people.leader.attempt('saveRoster', { params, body: body({ shifts }) })
  expect(refused.code).toBe('assignee_not_in_queue')
  expect(refused.fields.map(({ field }) => field)).toEqual(['shifts.1.personId', 'shifts.1.backupId'])
})

test('of two leads who save at the same time one is told to look again, and earlier versions are kept', async () => {
  const { version } = await people.leader.call('getRoster', { params })
  const save = (client: Client) => client.attempt('saveRoster', { params, body: body({ version, shifts: both() }) })
  const answers = await Promise.all([save(people.leader), save(people.staff), save(people.leader)])
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
  expect(answers.filter(({ code }) => code === 'stale_version')).toHaveLength(2)
  const ahead = await people.leader.attempt('saveRoster', { params, body: body({ version: version + 9 }) })
  expect(ahead.code).toBe('stale_version')
  await saveRoster(people.staff, QUEUE, [])
  const roster = await people.leader.call('getRoster', { params })
  expect(roster.version).toBe(version + 2)
  expect(roster.savedBy).not.toBeNull()
  expect(await server.sql('select version from duty_roster where queue_id = $1', [QUEUE])).toHaveLength(version + 2)
})

test('an item goes to whoever is on duty with the least to do, and the backup stands in on days of absence', async () => {
  await saveRoster(people.leader, QUEUE, both())
  const receipts = [await report(people.resident), await report(people.resident)]
  const assignees = await Promise.all(receipts.map(assigneeOf))
  expect(new Set(assignees)).toEqual(new Set([people.worker.personId, second.personId]))
  const [first] = receipts
  if (!first) throw new Error('there is one')
  expect((await itemFor(people.leader, first)).timeline.at(-1)).toMatchObject({ kind: 'dispatched', isBySystem: true })
  expect(await noticesOf(server, people.worker, first)).toEqual(['staff_dispatched'])
  const absent = shiftOf(people.worker.personId, {
    backupId: people.leader.personId,
    absences: [{ from: '2026-11-23', to: '2026-11-24' }],
  })
  await saveRoster(people.leader, QUEUE, [absent])
  expect(await assigneeOf(await report(people.resident))).toBe(people.leader.personId)
})

test('whoever serves two cells is not given more because they have all of it in the other one', async () => {
  const NEXT_CELL = { communityId: 'raosai', gridCellId: 'raosai-3' }
  const inBoth = await server.signIn(await addPerson(server, 'grid_worker', NEXT_CELL))
  await server.sql(
    'insert into role_assignment select person_id, role, community_id, $2, unit_id from role_assignment where person_id = $1',
    [inBoth.personId, 'raosai-1'],
  )
  const fresh = await server.signIn(
    await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' }),
  )
  const elsewhere = await report(people.resident, { placeId: 'raosai-small-square' })
  expect((await itemFor(inBoth, elsewhere)).queue.id).toBe('raosai-grid-3')
  await move(inBoth, elsewhere, { move: 'claim' })
  await saveRoster(people.leader, QUEUE, [shiftOf(inBoth.personId), shiftOf(fresh.personId)])
  const receipt = await report(people.resident)
  expect(await assigneeOf(receipt)).toBe(fresh.personId)
  const { assignees } = await people.leader.call('getMoveChoices', {
    params: { communityId: 'raosai', workItemId: receipt.workItemId },
  })
  expect(assignees.find(({ id }) => id === inBoth.personId)?.openItems).toBe(1)
})

test('what comes in at night waits and is handed out when somebody comes on duty', async () => {
  await saveRoster(people.leader, QUEUE, both())
  server.clock.set('2026-11-23T13:00:00.000Z')
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await server.app.doWhatIsDue()
  expect((await itemFor(people.leader, receipt)).state).toBe('queued')
  await doWhatIsDueAt(server, '2026-11-24T01:31:00.000Z')
  expect((await itemFor(people.leader, receipt)).state).toBe('dispatched')
})

test('an untouched item is taken back and the roster gives it to somebody else', async () => {
  await saveRoster(people.leader, QUEUE, [shiftOf(people.worker.personId)])
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await move(people.worker, receipt, { move: 'accept' })
  await saveRoster(people.leader, QUEUE, both())
  await doWhatIsDueAt(server, '2026-11-24T02:00:00.000Z')
  const item = await itemFor(people.leader, receipt)
  expect(item).toMatchObject({ state: 'dispatched', assignee: { id: second.personId } })
  expect(kindsOf(item).slice(-2)).toEqual(['returned', 'dispatched'])
})

test('with nobody else on duty an untouched item waits in the queue and is not given back', async () => {
  await saveRoster(people.leader, QUEUE, [shiftOf(people.worker.personId)])
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await doWhatIsDueAt(server, '2026-11-24T02:00:00.000Z')
  await doWhatIsDueAt(server, '2026-11-24T02:01:00.000Z')
  expect(await itemFor(people.leader, receipt)).toMatchObject({ state: 'queued', assignee: null })
})

test('a reopened item never goes to its former handler while another is on duty', async () => {
  await saveRoster(people.leader, QUEUE, [shiftOf(people.worker.personId)])
  const receipt = await report(people.resident)
  await saveRoster(people.leader, QUEUE, both())
  for (let round = 0; round < 3; round += 1) {
    const former = await assigneeOf(receipt)
    const handler = former === people.worker.personId ? people.worker : second
    await move(handler, receipt, { move: 'accept' })
    await move(handler, receipt, { move: 'resolve', note: '办好了。' })
    await move(people.resident, receipt, { move: 'reopen', note: '还没有好。' })
    expect(await assigneeOf(receipt)).not.toBe(former)
    expect((await itemFor(people.leader, receipt)).state).toBe('dispatched')
  }
})

test('an item never goes to somebody whom it is about, nor to somebody who has left the queue', async () => {
  await saveRoster(people.leader, QUEUE, both())
  server.clock.set('2026-11-24T13:00:00.000Z')
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await server.sql('update work_item set excluded_staff_ids = $1 where id = $2', [
    [people.worker.personId],
    receipt.workItemId,
  ])
  await server.sql("update role_assignment set grid_cell_id = 'raosai-2' where person_id = $1", [second.personId])
  await doWhatIsDueAt(server, '2026-11-25T02:00:00.000Z')
  expect((await itemFor(people.leader, receipt)).state).toBe('queued')
  await server.sql("update role_assignment set grid_cell_id = 'raosai-1' where person_id = $1", [second.personId])
  await server.app.doWhatIsDue()
  expect(await assigneeOf(receipt)).toBe(second.personId)
})

test('whoever hands out work sees who is on duty and what they have, on duty first', async () => {
  await saveRoster(people.leader, QUEUE, [shiftOf(second.personId)], 'claim')
  const receipt = await report(people.resident)
  const { assignees } = await people.leader.call('getMoveChoices', {
    params: { communityId: 'raosai', workItemId: receipt.workItemId },
  })
  expect(assignees[0]).toMatchObject({ id: second.personId, isOnDuty: true, isYou: false })
  expect(assignees.slice(1).every(({ isOnDuty }) => !isOnDuty)).toBe(true)
  const loads = assignees.slice(1).map(({ openItems }) => openItems)
  expect(loads).toEqual(loads.toSorted((a, b) => a - b))
  expect(assignees.find(({ id }) => id === people.leader.personId)?.isYou).toBe(true)
})
