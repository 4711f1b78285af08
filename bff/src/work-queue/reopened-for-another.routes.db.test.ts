import type { Role } from '@little-bench/shared/people/roles'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, noticesOf, saveRoster, shiftOf } from '../../test/desk.ts'
import {
  addressOfItem,
  bodyOf,
  itemFor,
  itemIn,
  make,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const QUEUE = { queueId: 'raosai-grid-1' }

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const movesOf = async (client: Client, receipt: Receipt) =>
  (await itemFor(client, receipt)).allowedMoves.map(({ move }) => move)
const claim = async (client: Client, receipt: Receipt) => {
  const { version } = await itemFor(client, receipt)
  return client.attempt('moveWorkItem', { params: addressOfItem(receipt), body: bodyOf('claim', version) })
}
const claimNext = async (client: Client) => (await client.call('claimNextItem', { params: QUEUE })).item?.id
/** Resolved by the worker and reopened by the resident; nobody has it. */
const reopened = async (): Promise<Receipt> => {
  const receipt = await itemIn(people, 'resolved')
  await make(people.resident, receipt, 'reopen', { note: '还没有好。' })
  return receipt
}
/** Takes a role from everybody else for as long as `work` lasts. */
const withoutOthers = async (
  work: () => Promise<void>,
  roles: readonly Role[] = ['grid_leader', 'community_staff'],
) => {
  const rows = await server.sql<{ row: unknown }>(
    'delete from role_assignment as gone where role = any($1) returning to_jsonb(gone) as row',
    [roles],
  )
  await work()
  await server.sql(
    'insert into role_assignment select * from jsonb_populate_recordset(null::role_assignment, $1::jsonb)',
    [JSON.stringify(rows.map(({ row }) => row))],
  )
}

test('without a roster a reopened item is left to another than the one who called it done', async () => {
  const receipt = await reopened()
  const before = await itemFor(people.leader, receipt)
  expect(await movesOf(people.worker, receipt)).not.toContain('claim')
  const refused = await claim(people.worker, receipt)
  expect([refused.status, refused.code]).toEqual([409, 'move_not_allowed'])
  expect(await itemFor(people.leader, receipt)).toEqual(before)
  expect(await claimNext(people.worker)).toBeUndefined()
  expect(await claimNext(people.leader)).toBe(receipt.workItemId)
})

test('whoever asks for the next item gets what is due after the one that is left to another', async () => {
  const receipt = await reopened()
  const other = await report(people.resident)
  await server.sql("update work_item set due_at = due_at + interval '9 days' where id = $1", [other.workItemId])
  expect(await claimNext(people.worker)).toBe(other.workItemId)
  await make(people.leader, receipt, 'claim')
})

test('where nobody else serves the queue, whoever had it before may have it again', async () => {
  const receipt = await reopened()
  await withoutOthers(async () => {
    expect(await movesOf(people.worker, receipt)).toContain('claim')
    expect(await claimNext(people.worker)).toBe(receipt.workItemId)
  })
})

test('where it is about everybody else, whoever had it before may have it again', async () => {
  const receipt = await reopened()
  const { staff } = await people.leader.call('getRoster', { params: QUEUE })
  const others = staff.map(({ id }) => id).filter((id) => id !== people.worker.personId)
  await server.sql('update work_item set excluded_staff_ids = $1 where id = $2', [others, receipt.workItemId])
  expect((await claim(people.worker, receipt)).status).toBe(200)
})

test('what somebody else has begun and given back is open to everybody', async () => {
  const receipt = await reopened()
  await make(people.leader, receipt, 'claim')
  await make(people.leader, receipt, 'return')
  expect((await claim(people.worker, receipt)).status).toBe(200)
})

test('what was only handed to somebody who sends it back is still left to another', async () => {
  const receipt = await reopened()
  await make(people.leader, receipt, 'dispatch', { assigneeId: people.staff.personId })
  await make(people.staff, receipt, 'return')
  expect(await movesOf(people.worker, receipt)).not.toContain('claim')
  // Whoever hands it out may decide otherwise.
  await make(people.leader, receipt, 'dispatch', { assigneeId: people.worker.personId })
  await make(people.worker, receipt, 'accept')
})

test('those who lead the queue are told that nobody has it, unless they reopened it themselves', async () => {
  const receipt = await reopened()
  expect(await noticesOf(server, people.leader, receipt)).toContain('staff_reopened')
  expect(await noticesOf(server, people.worker, receipt)).not.toContain('staff_reopened')
  const own = await itemIn(people, 'resolved')
  await make(people.leader, own, 'reopen')
  expect(await noticesOf(server, people.leader, own)).not.toContain('staff_reopened')
  expect(await noticesOf(server, people.staff, own)).toContain('staff_reopened')
})

test('with a roster they are told when it finds nobody, and not when it has found somebody', async () => {
  const [found, waiting] = [await itemIn(people, 'resolved'), await itemIn(people, 'resolved')]
  await saveRoster(people.leader, QUEUE.queueId, [shiftOf(people.worker.personId), shiftOf(people.leader.personId)])
  await make(people.resident, found, 'reopen')
  expect(await itemFor(people.leader, found)).toMatchObject({ assignee: { isYou: true } })
  await saveRoster(people.leader, QUEUE.queueId, [shiftOf(people.worker.personId)])
  await make(people.resident, waiting, 'reopen')
  expect(await itemFor(people.leader, waiting)).toMatchObject({ state: 'queued', assignee: null })
  expect(await noticesOf(server, people.staff, found)).not.toContain('staff_reopened')
  expect(await noticesOf(server, people.staff, waiting)).toContain('staff_reopened')
  await saveRoster(people.leader, QUEUE.queueId, [], 'claim')
})
