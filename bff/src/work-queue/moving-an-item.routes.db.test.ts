import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn } from '../../test/desk.ts'
import {
  addressOfItem,
  bodyOf,
  itemFor,
  itemIn,
  make,
  type Named,
  type Raosai,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { rate } from '../../test/situations.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const stored = (item: Named) =>
  server.sql(
    `select item, (select count(*) from work_item_event where work_item_id = item.id) as events
     from work_item item where id = $1`,
    [item.workItemId],
  )

const attempt = (client: Client, item: Named, move: Move, version: number) =>
  client.attempt('moveWorkItem', { params: addressOfItem(item), body: bodyOf(move, version) })

test('a move without what it needs names the missing field and writes nothing', async () => {
  const receipt = await itemIn(people, 'queued')
  const { allowedMoves, version } = await itemFor(people.leader, receipt)
  expect(allowedMoves.find(({ move }) => move === 'close')?.needs).toEqual(['outcome', 'note'])
  const before = await stored(receipt)
  const body = { move: 'close', version }
  const answer = await people.leader.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.code, answer.fields.map(({ field }) => field)]).toEqual(['validation_failed', ['outcome', 'note']])
  expect(await stored(receipt)).toEqual(before)
})

test('closing what the resident has not rated needs a word on how they were asked', async () => {
  const receipt = await itemIn(people, 'resolved')
  const { allowedMoves, version } = await itemFor(people.staff, receipt)
  expect(allowedMoves.find(({ move }) => move === 'close')?.needs).toEqual(['note'])
  const body = { move: 'close', version }
  const silent = await people.staff.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect(silent.code).toBe('validation_failed')
})

test('closing what the resident rated as solved needs nothing', async () => {
  const receipt = await rate(people, await itemIn(people, 'resolved'), true)
  const { version } = await itemFor(people.staff, receipt)
  const closed = await people.staff.call('moveWorkItem', {
    params: addressOfItem(receipt),
    body: { move: 'close', version },
  })
  expect(closed).toMatchObject({ state: 'closed', outcome: 'solved' })
})

test('an item can only be dispatched to somebody who serves its queue', async () => {
  const receipt = await itemIn(people, 'queued')
  const { version } = await itemFor(people.leader, receipt)
  const { assignees } = await people.leader.call('getMoveChoices', { params: addressOfItem(receipt) })
  const ids = assignees.map(({ id }) => id)
  expect(ids).toContain(people.worker.personId)
  expect(ids).not.toContain(people.otherWorker.personId)
  const body = { move: 'dispatch', version, assigneeId: people.otherWorker.personId }
  const answer = await people.leader.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([422, 'assignee_not_in_queue'])
})

test('an old version is told that somebody else was first, and nothing changes', async () => {
  const receipt = await itemIn(people, 'queued')
  const { version } = await itemFor(people.worker, receipt)
  await make(people.leader, receipt, 'dispatch', { assigneeId: people.worker.personId })
  const before = await stored(receipt)
  const answer = await attempt(people.worker, receipt, 'accept', version)
  expect([answer.status, answer.code]).toEqual([409, 'stale_version'])
  expect(await stored(receipt)).toEqual(before)
})

test('a closed item can be reopened for thirty days and not after', async () => {
  const receipt = await itemIn(people, 'closed')
  await keepSignedIn(server)
  server.clock.advance({ days: 30 })
  expect((await itemFor(people.staff, receipt)).allowedMoves.map(({ move }) => move)).toEqual(['reopen'])
  server.clock.advance({ hours: 1 })
  const { allowedMoves, version } = await itemFor(people.staff, receipt)
  expect(allowedMoves).toEqual([])
  expect((await attempt(people.staff, receipt, 'reopen', version)).code).toBe('move_not_allowed')
})
