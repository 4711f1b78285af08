import { VISIT_LIFECYCLE, VISIT_OUTCOMES, VISIT_STATES, type VisitState } from '@little-bench/shared/pension/ways'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Client } from '../../test/client.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  type Card,
  ON_TUESDAY,
  onVisit,
  plan,
  plannedFor,
  record,
  signInToVisits,
  stateOf,
  tryPlan,
  tryToRecord,
  type Visits,
  WEDNESDAY,
} from '../../test/visits.ts'

let server: TestServer
let people: Visits
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.sql('truncate home_visit, home_visit_event, home_visit_outcome, visit_round cascade')
})

interface Visit {
  elder: Client
  card: Card
}

const reschedule = ({ elder, card }: Visit) => elder.attempt('rescheduleVisit', { params: onVisit(card), body: {} })
const cancel = ({ elder, card }: Visit) => elder.attempt('cancelHomeVisit', { params: onVisit(card) })

/** A visit that the visitor has had in their round, brought into a state by whoever does it, on its day. */
const visitIn = async (state: VisitState): Promise<Visit> => {
  server.clock.set(START)
  people = await signInToVisits(server)
  const planned = await plannedFor(server, people)
  server.clock.set(ON_TUESDAY)
  people = await signInToVisits(server)
  const visit = { elder: await server.signIn(planned.elder.personId), card: planned.card }
  if (state === 'requested') await reschedule(visit)
  if (state === 'cancelled') await cancel(visit)
  const said = VISIT_OUTCOMES.find((outcome) => outcome === state)
  if (said) await record(people.visitor, visit.card, said)
  expect(await stateOf(server, visit.card)).toBe(state)
  return visit
}

/** By whom and how a visit comes into each state. */
const MOVES: Record<VisitState, (visit: Visit) => Promise<Answer>> = {
  requested: reschedule,
  planned: ({ card }) => tryPlan(server, people.planner, { on: WEDNESDAY, visitor: people.visitor }, [{ id: card.id }]),
  cancelled: cancel,
  done: ({ card }) => tryToRecord(people.visitor, card, 'done'),
  not_at_home: ({ card }) => tryToRecord(people.visitor, card, 'not_at_home'),
  needs_hospital: ({ card }) => tryToRecord(people.visitor, card, 'needs_hospital'),
  refused: ({ card }) => tryToRecord(people.visitor, card, 'refused'),
}

const hasMoved = ({ status, body }: Answer): boolean => status === 200 && Object(body).hasWon !== false

describe.each(VISIT_STATES)('from %s', (from) => {
  test.each(VISIT_STATES)('to %s exactly when the table has it', async (to) => {
    const visit = await visitIn(from)
    const answer = await MOVES[to](visit)
    const isAllowed = VISIT_LIFECYCLE[from].includes(to)
    expect([answer.code ?? answer.status, hasMoved(answer)]).toEqual([
      isAllowed || VISIT_OUTCOMES.some((outcome) => outcome === to) ? 200 : 'visit_changed',
      isAllowed,
    ])
    expect(await stateOf(server, visit.card)).toBe(isAllowed ? to : from)
    const [last] = await server.sql<{ to_state: string }>(
      'select to_state from home_visit_event order by id desc limit 1',
    )
    expect(last?.to_state).toBe(isAllowed ? to : from)
  })
})

test('nobody else moves it, whatever they try', async () => {
  const visit = await visitIn('planned')
  const { card } = visit
  const version = { id: card.id, version: 99 }
  const tries = [
    ...[people.visitor, people.otherVisitor, people.elsewhere].flatMap((caller) => [
      reschedule({ elder: caller, card }),
      cancel({ elder: caller, card }),
      tryPlan(server, caller, { visitor: people.visitor }, caller === people.elsewhere ? [card] : []),
    ]),
    tryToRecord(visit.elder, card, 'done'),
    tryPlan(server, visit.elder, { visitor: people.visitor }, []),
    tryPlan(server, people.planner, { visitor: people.visitor }, [version]),
  ]
  for (const { status } of await Promise.all(tries)) expect(status).toBeGreaterThanOrEqual(400)
  expect(await stateOf(server, card)).toBe('planned')
})

test('every move leaves a line that nothing changes', async () => {
  const visit = await visitIn('not_at_home')
  await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [{ id: visit.card.id }])
  const lines = await server.sql<{ to_state: string; visitor_id: string | null }>(
    'select to_state, visitor_id from home_visit_event order by id',
  )
  expect(lines).toEqual([
    { to_state: 'requested', visitor_id: null },
    { to_state: 'planned', visitor_id: people.visitor.personId },
    { to_state: 'not_at_home', visitor_id: null },
    { to_state: 'planned', visitor_id: people.otherVisitor.personId },
  ])
})
