import { ROLES } from '@little-bench/shared/people/roles'
import { MOVES, type Move } from '@little-bench/shared/work-queue/lifecycle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  addPerson,
  addressOfItem,
  bodyOf,
  itemFor,
  itemIn,
  type Named,
  personIdOf,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { type Neighbourhood, type SituationName, situationsOf } from '../../test/situations.ts'
import { ALLOWED, seesIn } from '../../test/who-may-move.ts'

let server: TestServer
let people: Neighbourhood
let callers: Record<string, Client>

beforeAll(async () => {
  server = await startTestServer()
  const as = async (...who: Parameters<typeof personIdOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    server.signIn(personIdOf(server, ...who))
  const raosai = await signInRaosai(server)
  people = { ...raosai, department: await as('department_staff', { unitId: 'municipal-works' }) }
  const colleagueId = await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' })
  callers = {
    requester: people.resident,
    assignee: people.worker,
    colleague: await server.signIn(colleagueId),
    lead: people.leader,
    staff: people.staff,
    receiver: people.department,
    participant: await as('department_staff', { unitId: 'power-supply' }),
    subdistrict: await as('subdistrict_staff', { unitId: 'bakuo-subdistrict' }),
    neighbour: people.neighbour,
    otherWorker: people.otherWorker,
    elsewhere: people.elsewhere,
    otherSubdistrict: await as('subdistrict_staff', { unitId: 'niangre-subdistrict' }),
    committee: await as('mediation_committee', { communityId: 'raosai' }),
    mediator: await as('mediator', { communityId: 'raosai' }),
    kitchen: await as('kitchen', { communityId: 'raosai' }),
    childcareWorker: await as('childcare_worker', { communityId: 'raosai' }),
    visitingWorker: await as('visiting_worker', { gridCellId: 'raosai-1' }),
    admin: await as('admin'),
    nobody: server.anonymous,
  }
  // Something that may be merged is always there for whoever may merge at all.
  await itemIn(people, 'accepted')
  await situationsOf(server, people)['taken over by the department']()
})
afterAll(() => server.stop())

const IS_SOAKING = process.env['SOAK'] === '1'

const WITHOUT_PERMISSION = ['mediator', 'admin']

const refusalFor = (caller: string, situation: SituationName, move: Move): string => {
  if (caller === 'nobody') return 'unauthenticated'
  // In the table, but nobody else works in that department.
  if (situation === 'taken over by the department' && caller === 'receiver' && move === 'transfer')
    return 'assignee_not_in_queue'
  if (WITHOUT_PERMISSION.includes(caller)) return 'forbidden'
  return seesIn(situation).includes(caller) ? 'move_not_allowed' : 'not_found'
}

/**
 * From one situation to the next other moves are tried, so that all situations together try all of them; for whom the
 * item is not there the move makes no difference. `SOAK=1` has whoever sees it try every move in every situation.
 */
const INSIDE_EVERY = IS_SOAKING ? 1 : 3
const OUTSIDE_EVERY = 6
const triedBy = (caller: string, situation: SituationName): readonly Move[] => {
  const every = seesIn(situation).includes(caller) ? INSIDE_EVERY : OUTSIDE_EVERY
  const turn = Object.keys(ALLOWED).indexOf(situation)
  return MOVES.filter((_move, index) => (index + turn) % every === 0)
}

/** Everything stored about an item and what would leave because of it, so that any change shows. */
const stored = (item: Named) =>
  server.sql(
    `select item, issue, (select count(*) from work_item_event where work_item_id = item.id) as events,
       (select count(*) from work_item_message where work_item_id = item.id) as messages,
       (select count(*) from work_item part where part.parent_id = item.id) as works,
       (select count(*) from not_ours_entry where work_item_id = item.id) as not_ours,
       (select count(*) from follow_up where work_item_id = item.id) as follow_ups,
       (select count(*) from pgboss.job where data->>'workItemId' = item.id::text) as jobs
     from work_item item join issue on issue.id = item.subject_id where item.id = $1`,
    [item.workItemId],
  )

/** To whom and to which unit it may be given: neither has it or is asked already. */
const choicesIn = (situation: SituationName) => ({
  assigneeId: people.leader.personId,
  queueId: situation === 'taken over by the department' ? 'housing' : 'municipal-works',
  queueIds: ['housing'],
})

const attempt = (client: Client, item: Named, move: Move, version: number, changes: object = {}) =>
  client.attempt('moveWorkItem', { params: addressOfItem(item), body: bodyOf(move, version, changes) })

test('somebody of every role tries every move', async () => {
  const personIds = Object.values(callers).flatMap(({ personId, token }) => (token === undefined ? [] : personId))
  const held = await server.sql<{ role: string }>(
    'select distinct role from role_assignment where person_id = any($1)',
    [personIds],
  )
  expect(held.map(({ role }) => role).toSorted()).toEqual(ROLES.toSorted())
})

describe.each(Object.keys(ALLOWED).filter((name): name is SituationName => name in ALLOWED))('an item: %s', (name) => {
  const allowed = ALLOWED[name]

  test('shows each person their moves, refuses all others and stays as it was', async () => {
    const item = await situationsOf(server, people)[name]()
    for (const caller of seesIn(name)) {
      const { allowedMoves } = await itemFor(callers[caller] ?? server.anonymous, item)
      const shown = allowedMoves.map(({ move }) => move).toSorted()
      expect([caller, shown]).toEqual([caller, (allowed[caller] ?? []).toSorted()])
    }
    const { version } = await itemFor(people.resident, item)
    const before = await stored(item)
    const refused = Object.entries(callers).flatMap(([caller, client]) =>
      triedBy(caller, name)
        .filter((move) => !allowed[caller]?.includes(move))
        .map((move) => ({ caller, client, move })),
    )
    const answers = await inTurns(refused, async ({ caller, client, move }) => {
      const { code } = await attempt(client, item, move, version, choicesIn(name))
      return [caller, move, code]
    })
    expect(answers).toEqual(refused.map(({ caller, move }) => [caller, move, refusalFor(caller, name, move)]))
    expect(await stored(item)).toEqual(before)
  })

  test('makes every move that it shows', async () => {
    const all = Object.entries(allowed).flatMap(([caller, moves]) => moves.map((move) => ({ caller, move })))
    const pairs = IS_SOAKING ? all : all.filter(isSampleOf(name))
    const answers = await inTurns(pairs, async ({ caller, move }) => {
      const item = await situationsOf(server, people)[name]()
      const { version } = await itemFor(people.resident, item)
      const duplicate = move === 'merge' ? { receiptNumber: await duplicateFor(caller) } : {}
      const changes = { ...choicesIn(name), ...duplicate }
      const answer = await attempt(callers[caller] ?? server.anonymous, item, move, version, changes)
      return [caller, move, answer.status, answer.code]
    })
    expect(answers).toEqual(pairs.map(({ caller, move }) => [caller, move, 200, undefined]))
  })
})

/** Each move once in each situation, by another hand from one to the next; `SOAK=1` makes it by every hand. */
const isSampleOf =
  (name: SituationName) =>
  ({ caller, move }: { caller: string; move: Move }): boolean => {
    const hands = Object.entries(ALLOWED[name]).flatMap(([hand, moves]) => (moves?.includes(move) ? hand : []))
    return hands[Object.keys(ALLOWED).indexOf(name) % hands.length] === caller
  }

/** Another item that the same person may end as well. */
const duplicateFor = async (caller: string): Promise<string> => {
  const isReceiver = caller === 'receiver'
  const item = isReceiver
    ? await situationsOf(server, people)['taken over by the department']()
    : await itemIn(people, 'accepted')
  return item.receiptNumber
}

const AT_ONCE = 10
const inTurns = async <Value, Result>(values: readonly Value[], work: (value: Value) => Promise<Result>) => {
  const results: Result[] = []
  for (let start = 0; start < values.length; start += AT_ONCE) {
    results.push(...(await Promise.all(values.slice(start, start + AT_ONCE).map(work))))
  }
  return results
}
