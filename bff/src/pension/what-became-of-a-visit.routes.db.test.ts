import { lastDigitOf } from '@little-bench/shared/kernel/personal-numbers'
import { VISIT_OUTCOMES, type VisitOutcome } from '@little-bench/shared/pension/ways'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { everythingStored } from '../../test/counter.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  anElder,
  type Card,
  cardOf,
  ON_TUESDAY,
  ON_WEDNESDAY,
  onVisit,
  plan,
  plannedFor,
  proofOf,
  RAOSAI,
  record,
  request,
  roundsOf,
  signInToVisits,
  stateOf,
  TUESDAY,
  tryPlan,
  tryRequest,
  tryToRecord,
  type Visits,
  visitsIn,
  WEDNESDAY,
} from '../../test/visits.ts'

let server: TestServer
let people: Visits
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('truncate home_visit, home_visit_event, home_visit_outcome, visit_round cascade')
  people = await signInToVisits(server)
})

const goTo = async (instant: string) => {
  server.clock.set(instant)
  people = await signInToVisits(server)
}
/** On the morning of the visit. */
const onTheDay = async (): Promise<{ elder: Client; card: Card }> => {
  const { elder, card } = await plannedFor(server, people)
  await goTo(ON_TUESDAY)
  return { elder: await server.signIn(elder.personId), card }
}
const recordsOf = async ({ id }: Pick<Card, 'id'>) =>
  server.sql<{ outcome: VisitOutcome; standing: string }>(
    'select outcome, standing from home_visit_outcome where visit_id = $1 order by id',
    [id],
  )
const doneOf = ({ personId }: Client) =>
  server.sql('select done_on::text, evidence, recorded_as from proof_of_life_done where person_id = $1', [personId])
const toldOf = (client: Client, kind: string): Promise<string> =>
  vi.waitFor(
    async () => {
      const { items } = await client.call('listInbox', { query: { limit: 50 } })
      const found = items.find((notice) => notice.kind === kind)
      if (!found) throw new Error('not told yet')
      return found.text
    },
    { timeout: 10_000, interval: 100 },
  )

test('done by the visitor is the proof of life of the elder, who is told', async () => {
  const { elder, card } = await onTheDay()
  const { visit, hasWon } = await record(people.visitor, card, 'done')
  expect({ hasWon, state: visit.state }).toEqual({ hasWon: true, state: 'done' })
  expect(await doneOf(elder)).toEqual([{ done_on: TUESDAY, evidence: 'visitor_was_there', recorded_as: 'visitor' }])
  expect(await toldOf(elder, 'visit_outcome')).toBe('示范老人的上门认证有结果了，请打开看。')
})

test('nobody home is no proof: the visit is planned again, where it stood', async () => {
  const { elder, card } = await onTheDay()
  await record(people.visitor, card, 'not_at_home')
  expect(await doneOf(elder)).toEqual([])
  const { items } = await people.planner.call('listHomeVisits', { params: RAOSAI })
  expect(items).toMatchObject([{ id: card.id, state: 'not_at_home' }])
  await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [card])
  expect((await cardOf(elder)).state).toBe('planned')
})

test('who plans and reads what a visitor has written leaves a line for the elder', async () => {
  const { elder, card } = await onTheDay()
  await record(people.visitor, card, 'not_at_home', { note: '示范话：邻居说住院了' })
  const lines = () =>
    server.sql("select 1 from confidential_read where what = 'visit_round' and person_id = $1 and reader_id = $2", [
      elder.personId,
      people.planner.personId,
    ])
  expect(await lines()).toEqual([])
  await roundsOf(people.planner)
  expect(await lines()).not.toEqual([])
})

test.each(['needs_hospital', 'refused'] as const)(
  '%s is an item for the counter, which says nothing of it in a list',
  async (outcome) => {
    const { elder, card } = await onTheDay()
    await record(people.visitor, card, outcome, { note: '示范话：儿子来电' })
    expect(await doneOf(elder)).toEqual([])
    const items = await server.sql(
      'select title, confidentiality, service_code, queue_id, requester_id from work_item where subject_id = $1',
      [card.id],
    )
    expect(items).toEqual([
      {
        title: '上门以后要联系',
        confidentiality: 'confidential',
        service_code: 'visit_follow_up',
        queue_id: 'raosai-pension',
        requester_id: elder.personId,
      },
    ])
    // The counter reads in the round what the visitor has written; nobody reads it anywhere else.
    expect(visitsIn(await roundsOf(people.planner))).toMatchObject([{ outcome: { outcome, note: '示范话：儿子来电' } }])
    expect(await everythingStored(server)).not.toContain('儿子来电')
  },
)

test('who has refused may ask anew', async () => {
  const { elder, card } = await onTheDay()
  await record(people.visitor, card, 'refused')
  expect((await proofOf(elder)).visit).toBeNull()
  expect((await tryRequest(elder)).status).toBe(201)
})

test('the work of a round ends with its last visit', async () => {
  const [one, other] = [await plannedFor(server, people), await plannedFor(server, people)]
  await goTo(ON_TUESDAY)
  await record(people.visitor, one.card, 'done')
  expect(await roundsOf(people.planner)).toMatchObject([{ workItem: { state: 'queued' } }])
  await record(people.visitor, other.card, 'not_at_home')
  expect(await roundsOf(people.planner)).toMatchObject([{ workItem: { state: 'closed' } }])
})

test('also when two devices say of the last two at the same moment', async () => {
  const [one, other] = [await plannedFor(server, people), await plannedFor(server, people)]
  await goTo(ON_TUESDAY)
  await Promise.all([one, other].map(({ card }) => record(people.visitor, card, 'done')))
  expect(await roundsOf(people.planner)).toMatchObject([{ workItem: { state: 'closed' } }])
})

describe('two devices', () => {
  const pairs = VISIT_OUTCOMES.flatMap((first) => VISIT_OUTCOMES.map((second) => [first, second] as const))

  test.each(pairs)('%s, and then %s: one counts, the other is shown beside it', async (first, second) => {
    const { card } = await onTheDay()
    const won = await record(people.visitor, card, first)
    const later = await record(people.visitor, card, second)
    // Nobody who was met was not at home.
    const isMetAfterAll = first === 'not_at_home' && second !== 'not_at_home'
    expect([won.hasWon, later.hasWon]).toEqual([true, isMetAfterAll])
    const [counts, beside] = isMetAfterAll ? [second, first] : [first, second]
    expect(later.visit).toMatchObject({ state: counts, outcome: { outcome: counts }, others: [{ outcome: beside }] })
    expect(visitsIn(await roundsOf(people.planner))).toMatchObject([
      { outcome: { outcome: counts, isYours: false }, others: [{ outcome: beside, isYours: false }] },
    ])
  })

  test('at the same moment: one wins, and all that was said is there', async () => {
    const { elder, card } = await onTheDay()
    const said = ['done', 'refused', 'done', 'needs_hospital'] as const
    const answers = await Promise.all(said.map((outcome) => record(people.visitor, card, outcome)))
    expect(answers.filter(({ hasWon }) => hasWon)).toHaveLength(1)
    const records = await recordsOf(card)
    expect(records.map(({ outcome }) => outcome).toSorted()).toEqual([...said].toSorted())
    expect(records.filter(({ standing }) => standing === 'counts')).toHaveLength(1)
    const winner = said[answers.findIndex(({ hasWon }) => hasWon)]
    expect(await stateOf(server, card)).toBe(winner)
    expect(await doneOf(elder)).toHaveLength(winner === 'done' ? 1 : 0)
  })

  test('a device that sends the same again has said it once', async () => {
    const { card } = await onTheDay()
    const key = { 'Idempotency-Key': 'an-outcome-of-one-device' }
    const answers = [1, 2].map(() => tryToRecord(people.visitor, card, 'done', {}, key))
    for (const { body } of await Promise.all(answers)) expect(body).toMatchObject({ hasWon: true })
    expect(await recordsOf(card)).toHaveLength(1)
  })
})

describe('a device without a network', () => {
  test('says when it was, on the day and never later than now', async () => {
    const { elder, card } = await onTheDay()
    await goTo(ON_WEDNESDAY)
    await record(people.visitor, card, 'done', { at: '2026-11-24T06:30:00.000Z' })
    expect(await doneOf(elder)).toMatchObject([{ done_on: TUESDAY }])
    const [row] = await server.sql('select happened_at from home_visit_outcome')
    expect(row).toEqual({ happened_at: new Date('2026-11-24T06:30:00.000Z') })
  })

  test.each([
    ['before the day', '2020-01-01T00:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    ['tomorrow', '2027-01-01T00:00:00.000Z', ON_TUESDAY],
  ])('whose clock says %s is put right', async (_what, at, counted) => {
    const { card } = await onTheDay()
    await record(people.visitor, card, 'done', { at })
    const [row] = await server.sql('select happened_at from home_visit_outcome')
    expect(row).toEqual({ happened_at: new Date(counted) })
  })

  test('whom it met was met, though the family had moved the visit', async () => {
    const { elder, card } = await onTheDay()
    await elder.call('rescheduleVisit', { params: onVisit(card), body: {} })
    const { hasWon, visit } = await record(people.visitor, card, 'done')
    expect({ hasWon, state: visit.state }).toEqual({ hasWon: true, state: 'done' })
    expect(await doneOf(elder)).toHaveLength(1)
    expect(visitsIn(await roundsOf(people.visitor))).toMatchObject([{ id: card.id, state: 'done' }])
  })

  test('that nobody was home then does not undo what was planned since', async () => {
    const { card } = await onTheDay()
    await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [card])
    const { hasWon } = await record(people.visitor, card, 'not_at_home')
    expect(hasWon).toBe(false)
    expect(await stateOf(server, card)).toBe('planned')
    expect(await recordsOf(card)).toEqual([{ outcome: 'not_at_home', standing: 'visit_was_over' }])
    // Whoever goes there on Wednesday sees that somebody was there.
    expect(visitsIn(await roundsOf(people.otherVisitor))).toMatchObject([{ others: [{ outcome: 'not_at_home' }] }])
  })

  test('whom it met is not visited again: the other round is told, and its work ends', async () => {
    const { card } = await onTheDay()
    await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [card])
    expect(await record(people.visitor, card, 'done')).toMatchObject({ hasWon: true })
    const rounds = await roundsOf(people.planner)
    expect(visitsIn(rounds)).toHaveLength(1)
    expect(rounds.map(({ workItem }) => workItem?.state)).toEqual(['closed'])
    const items = await server.sql('select state from work_item join visit_round on work_item_id = work_item.id')
    expect(items).toEqual([{ state: 'closed' }, { state: 'closed' }])
    expect(await toldOf(people.otherVisitor, 'visit_changed')).toContain('有变化')
  })

  test('a cancelled visit stays cancelled, and what was said is kept', async () => {
    const { elder, card } = await onTheDay()
    await elder.call('cancelHomeVisit', { params: onVisit(card) })
    const { hasWon } = await record(people.visitor, card, 'done')
    expect(hasWon).toBe(false)
    expect(await recordsOf(card)).toEqual([{ outcome: 'done', standing: 'visit_was_over' }])
    expect(await doneOf(elder)).toEqual([])
  })

  test('two devices, of which one comes after the visit was planned anew: what was met is said once', async () => {
    const { card } = await onTheDay()
    await record(people.visitor, card, 'needs_hospital')
    await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [card])
    expect(await record(people.visitor, card, 'done')).toMatchObject({ hasWon: false })
    expect(await stateOf(server, card)).toBe('planned')
  })
})

describe('is refused', () => {
  test('before its day', async () => {
    const { card } = await plannedFor(server, people)
    expect((await tryToRecord(people.visitor, card, 'done')).code).toBe('visit_changed')
    expect(await recordsOf(card)).toEqual([])
  })

  test('by whoever never had it in their round, the planner included', async () => {
    const { elder, card } = await onTheDay()
    for (const caller of [people.otherVisitor, people.planner, people.elsewhere]) {
      expect((await tryToRecord(caller, card, 'done')).code).toBe('not_found')
    }
    expect((await tryToRecord(elder, card, 'done')).code).toBe('forbidden')
    expect(await recordsOf(card)).toEqual([])
    expect(await stateOf(server, card)).toBe('planned')
  })

  test('of what was never planned', async () => {
    const elder = await anElder(server)
    await request(elder)
    expect((await tryToRecord(people.visitor, await cardOf(elder), 'done')).code).toBe('not_found')
  })

  test('with a full ID number in the note, of which nothing is kept', async () => {
    const { card } = await onTheDay()
    const first = '54010219490101000'
    const number = first + lastDigitOf(first)
    expect((await tryToRecord(people.visitor, card, 'done', { note: `证号${number}` })).code).toBe('biometrics_refused')
    expect(await recordsOf(card)).toEqual([])
    expect(await everythingStored(server)).not.toContain(number)
    expect(server.logged()).not.toContain(number)
  })
})

test('an outcome and a move of the family at the same moment: nothing that was said is lost', async () => {
  for (const _turn of Array.from({ length: 6 })) {
    await goTo(START)
    const { elder, card } = await onTheDay()
    const [recorded, moved] = await Promise.all([
      record(people.visitor, card, 'done'),
      elder.attempt('rescheduleVisit', { params: onVisit(card), body: {} }),
    ])
    // Whoever was met was met, before the move or after it.
    expect(recorded.hasWon).toBe(true)
    expect([200, 409]).toContain(moved.status)
    expect(await stateOf(server, card)).toBe('done')
    expect(await doneOf(elder)).toHaveLength(1)
  }
})

test('an outcome and a new plan at the same moment: whoever was met is visited by nobody', async () => {
  for (const _turn of Array.from({ length: 6 })) {
    await goTo(START)
    const { elder, card } = await onTheDay()
    const [recorded, planned] = await Promise.all([
      record(people.visitor, card, 'done'),
      tryPlan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [{ id: card.id }]),
    ])
    expect(recorded.hasWon).toBe(true)
    expect([200, 409]).toContain(planned.status)
    expect(await stateOf(server, card)).toBe('done')
    expect(await doneOf(elder)).toHaveLength(1)
    expect((await roundsOf(people.planner)).filter(({ workItem }) => workItem?.state === 'queued')).toEqual([])
  }
})
