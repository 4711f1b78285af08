import { MOVES, type Move } from '@little-bench/shared/work-queue/lifecycle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  addPerson,
  addressOfItem,
  bodyOf,
  itemFor,
  itemIn,
  make,
  personIdOf,
  type Raosai,
  type Receipt,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai
let callers: Record<string, Client>

beforeAll(async () => {
  server = await startTestServer()
  await signInEverybody()
})
afterAll(() => server.stop())

const signInEverybody = async () => {
  people = await signInRaosai(server)
  const colleagueId = await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' })
  const { resident: requester, worker: assignee, leader: lead, staff, neighbour, otherWorker, elsewhere } = people
  callers = {
    requester,
    assignee,
    colleague: await server.signIn(colleagueId),
    lead,
    staff,
    neighbour,
    otherWorker,
    elsewhere,
    subdistrict: await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' })),
    department: await server.signIn(personIdOf(server, 'department_staff')),
    committee: await server.signIn(personIdOf(server, 'mediation_committee')),
    kitchen: await server.signIn(personIdOf(server, 'kitchen')),
    admin: await server.signIn(personIdOf(server, 'admin')),
    nobody: server.anonymous,
  }
}

const rate = async (receipt: Receipt, solved: boolean): Promise<Receipt> => {
  const body = { solved, satisfaction: 3 }
  await people.resident.call('rateWorkItem', { params: addressOfItem(receipt), body })
  return receipt
}

const closedUnworked = async (): Promise<Receipt> => {
  const receipt = await itemIn(people, 'queued')
  await make(people.leader, receipt, 'close')
  return receipt
}

const withdrawn = async (): Promise<Receipt> => {
  const receipt = await itemIn(people, 'queued')
  await make(people.resident, receipt, 'withdraw')
  return receipt
}

interface Situation {
  reach(): Promise<Receipt>
  /** Written by hand from the issue and not from the table in code: whoever is not named may do nothing. */
  allowed: Record<string, readonly Move[]>
}

const SITUATIONS: Record<string, Situation> = {
  queued: {
    reach: () => itemIn(people, 'queued'),
    allowed: {
      requester: ['withdraw'],
      assignee: ['claim'],
      colleague: ['claim'],
      lead: ['claim', 'dispatch', 'close'],
      staff: ['claim', 'dispatch', 'close'],
    },
  },
  dispatched: {
    reach: () => itemIn(people, 'dispatched'),
    allowed: { requester: ['withdraw'], assignee: ['accept', 'return'], lead: ['return'], staff: ['return'] },
  },
  accepted: {
    reach: () => itemIn(people, 'accepted'),
    allowed: { assignee: ['resolve', 'return', 'close'], lead: ['return'], staff: ['return'] },
  },
  'resolved and not rated': {
    reach: () => itemIn(people, 'resolved'),
    allowed: {
      requester: ['reopen'],
      assignee: ['close'],
      colleague: ['close'],
      lead: ['close', 'reopen'],
      staff: ['close', 'reopen'],
    },
  },
  'resolved and rated as not solved': {
    reach: async () => rate(await itemIn(people, 'resolved'), false),
    allowed: { requester: ['reopen'], lead: ['reopen'], staff: ['reopen'] },
  },
  'closed as solved': {
    reach: () => itemIn(people, 'closed'),
    allowed: { requester: ['reopen'], lead: ['reopen'], staff: ['reopen'] },
  },
  'closed without work': {
    reach: closedUnworked,
    allowed: { requester: ['reopen'], lead: ['reopen'], staff: ['reopen'] },
  },
  withdrawn: { reach: withdrawn, allowed: {} },
}

const RELATED = ['requester', 'assignee', 'colleague', 'lead', 'staff']
const WITHOUT_PERMISSION = ['kitchen', 'admin']
const refusalFor = (name: string): string => {
  if (name === 'nobody') return 'unauthenticated'
  if (WITHOUT_PERMISSION.includes(name)) return 'forbidden'
  return RELATED.includes(name) ? 'move_not_allowed' : 'not_found'
}

/** Everything stored about an item, so that any change shows. */
const stored = (receipt: Receipt) =>
  server.sql(
    `select item, (select count(*) from work_item_event where work_item_id = item.id) as events,
       (select count(*) from work_item_message where work_item_id = item.id) as messages
     from work_item item where id = $1`,
    [receipt.workItemId],
  )

const attempt = (client: Client, receipt: Receipt, move: Move, version: number) =>
  client.attempt('moveWorkItem', {
    params: addressOfItem(receipt),
    body: bodyOf(move, version, people.worker.personId),
  })

describe.each(Object.entries(SITUATIONS))('an item that is %s', (_name, { reach, allowed }) => {
  test('refuses every other move of everybody and stays as it was', async () => {
    const receipt = await reach()
    const { version } = await itemFor(people.resident, receipt)
    const before = await stored(receipt)
    for (const [name, client] of Object.entries(callers)) {
      const refused = MOVES.filter((move) => !allowed[name]?.includes(move))
      const answers = await Promise.all(refused.map((move) => attempt(client, receipt, move, version)))
      const codes = answers.map(({ code }) => code)
      expect([name, codes]).toEqual([name, refused.map(() => refusalFor(name))])
    }
    expect(await stored(receipt)).toEqual(before)
  })

  test('shows each person exactly the moves that succeed', async () => {
    const receipt = await reach()
    for (const name of RELATED) {
      const { allowedMoves } = await itemFor(callers[name] ?? server.anonymous, receipt)
      const shown = allowedMoves.map(({ move }) => move).toSorted()
      expect([name, shown]).toEqual([name, [...(allowed[name] ?? [])].toSorted()])
    }
    const pairs = Object.entries(allowed).flatMap(([name, moves]) => moves.map((move) => ({ name, move })))
    for (const { name, move } of pairs) {
      const fresh = await reach()
      const { version } = await itemFor(people.resident, fresh)
      const answer = await attempt(callers[name] ?? server.anonymous, fresh, move, version)
      expect([name, move, answer.status]).toEqual([name, move, 200])
    }
  })
})

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
  const receipt = await rate(await itemIn(people, 'resolved'), true)
  const { version } = await itemFor(people.staff, receipt)
  const closed = await people.staff.call('moveWorkItem', {
    params: addressOfItem(receipt),
    body: { move: 'close', version },
  })
  expect(closed).toMatchObject({ state: 'closed', outcome: 'solved' })
})

test('an item can only be dispatched to somebody who serves its queue', async () => {
  const receipt = await itemIn(people, 'queued')
  const { version, dispatchCandidates } = await itemFor(people.leader, receipt)
  const ids = dispatchCandidates.map(({ id }) => id)
  expect(ids).toContain(people.worker.personId)
  expect(ids).not.toContain(people.otherWorker.personId)
  const body = { move: 'dispatch', version, assigneeId: people.otherWorker.personId }
  const answer = await people.leader.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([422, 'assignee_not_in_queue'])
})

test('an old version is told that somebody else was first, and nothing changes', async () => {
  const receipt = await itemIn(people, 'queued')
  const { version } = await itemFor(people.worker, receipt)
  await make(people.leader, receipt, 'dispatch', people.worker.personId)
  const before = await stored(receipt)
  const answer = await attempt(people.worker, receipt, 'accept', version)
  expect([answer.status, answer.code]).toEqual([409, 'stale_version'])
  expect(await stored(receipt)).toEqual(before)
})

test('a closed item can be reopened for thirty days and not after', async () => {
  const receipt = await itemIn(people, 'closed')
  server.clock.advance({ days: 30 })
  await signInEverybody()
  expect((await itemFor(people.staff, receipt)).allowedMoves.map(({ move }) => move)).toEqual(['reopen'])
  server.clock.advance({ hours: 1 })
  const { allowedMoves, version } = await itemFor(people.staff, receipt)
  expect(allowedMoves).toEqual([])
  expect((await attempt(people.staff, receipt, 'reopen', version)).code).toBe('move_not_allowed')
})
