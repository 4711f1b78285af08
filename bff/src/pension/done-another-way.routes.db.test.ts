import { NOTICE_TEXT, SAID_TEXT } from '@little-bench/shared/notifications/notices'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist, callList } from '../../test/counter.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  aVisit,
  cardOf,
  MONDAY,
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
  tryPlan,
  tryToRecord,
  type Visits,
  visitsIn,
} from '../../test/visits.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'

let server: TestServer
let people: Visits
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('truncate home_visit, home_visit_event, home_visit_outcome, visit_round, proof_of_life cascade')
  await server.sql('truncate call, call_line, call_attempt cascade')
  people = await signInToVisits(server)
})

const saysDone = (
  client: Client,
  evidence: 'did_it_myself' | 'was_there' = 'did_it_myself',
  headers = {},
  on = MONDAY,
) => client.attempt('recordProofOfLifeDone', { params: RAOSAI, body: { on, evidence } }, headers)
const toldOf = async (client: Client): Promise<string[]> =>
  (await client.call('listInbox', { query: { limit: 50 } })).items
    .filter(({ kind }) => kind === 'visit_changed')
    .map(({ text }) => text)
const saidTo = async (personId: string): Promise<string[]> =>
  [...(await callList(people.planner)), ...(await callList(people.planner, 'later'))]
    .filter(({ person }) => person.id === personId)
    .flatMap(({ lines }) => lines.map(({ text }) => text))
const tellDaughter = (personId: string, { personId: aboutPersonId }: Client) => {
  const { db, notifications } = server.app.scheduling
  const about = { ...RAOSAI, workItemId: null, subjectId: null, details: { aboutPersonId, name: '示范老人' } }
  return inTransaction(db, server.clock.now(), PLAIN_WRITE, async (trx) => {
    await notifications.notify(trx, { ...about, kind: 'visit_planned', personId })
    return {}
  })
}
const eventually = <Value>(read: () => Promise<Value>, check: (value: Value) => void) =>
  vi.waitFor(async () => check(await read()), { timeout: 10_000, interval: 100 })

describe('done another way before anybody came', () => {
  test('the visit is called off: its round says so, its work ends, and each is told once', async () => {
    const { elder, card } = await plannedFor(server, people)
    expect((await saysDone(elder)).body).toMatchObject({ status: 'valid', visit: null })
    expect(visitsIn(await roundsOf(people.visitor))).toMatchObject([
      { id: card.id, state: 'cancelled', code: null, isLocked: false, outcome: null },
    ])
    expect((await roundsOf(people.planner)).map(({ workItem }) => workItem?.state)).toEqual(['closed'])
    await saysDone(elder)
    await eventually(
      () => toldOf(elder),
      (texts) => expect(texts).toEqual(['示范老人的上门认证有变化：已经记下办好了，不用再上门。']),
    )
    await eventually(
      () => toldOf(people.visitor),
      (texts) => expect(texts).toEqual(['示范老人的上门认证有变化：原来那趟不用您去了，请看名单。']),
    )
  })

  test('so it is when a daughter or the counter writes it down, and the event says for whom', async () => {
    const [withDaughter, atCounter] = [await plannedFor(server, people), await plannedFor(server, people)]
    const daughter = await server.signIn(await addPerson(server, 'resident', RAOSAI))
    await giveTo(daughter, withDaughter.elder, { scopes: [{ service: 'pension', powers: ['read', 'manage'] }] })
    expect((await saysDone(daughter, 'was_there', actingFor(withDaughter.elder))).status).toBe(200)
    await assist(people.planner, atCounter.elder.personId)
    expect((await saysDone(people.planner, 'was_there', actingFor(atCounter.elder))).status).toBe(200)
    const events = await server.sql(
      "select actor_id, acting_for_id from home_visit_event where to_state = 'cancelled' order by id",
    )
    expect(events).toEqual([
      { actor_id: daughter.personId, acting_for_id: withDaughter.elder.personId },
      { actor_id: people.planner.personId, acting_for_id: atCounter.elder.personId },
    ])
    expect((await roundsOf(people.planner)).map(({ workItem }) => workItem?.state)).toEqual(['closed'])
  })

  test('a visit that waits to be planned is called off as well', async () => {
    const { elder } = await plannedFor(server, people)
    const card = await cardOf(elder)
    await elder.call('rescheduleVisit', { params: onVisit(card), body: {} })
    await saysDone(elder)
    expect(await stateOf(server, card)).toBe('cancelled')
    expect((await people.planner.call('listHomeVisits', { params: RAOSAI })).items).toEqual([])
  })

  test('what was done in an older window calls nobody off', async () => {
    const { elder, card } = await plannedFor(server, people)
    expect((await saysDone(elder, 'did_it_myself', {}, '2026-06-30')).status).toBe(200)
    expect(await cardOf(elder)).toEqual(card)
    expect(await stateOf(server, card)).toBe('planned')
  })

  test('others of that round are visited, with room for one more', async () => {
    const [one, other] = [await plannedFor(server, people), await plannedFor(server, people)]
    await saysDone(one.elder)
    expect((await roundsOf(people.planner)).map(({ workItem }) => workItem?.state)).toEqual(['queued'])
    const asking = await server.signIn(await addPerson(server, 'resident', RAOSAI, { name: '示范老人' }))
    await request(asking)
    const round = await plan(server, people.planner, { visitor: people.visitor }, [other.card, await cardOf(asking)])
    expect(
      visitsIn([round])
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['cancelled', 'planned', 'planned'])
  })

  test('what the visitor says of it afterwards is kept, and changes nothing', async () => {
    const { elder, card } = await plannedFor(server, people)
    await saysDone(elder)
    server.clock.set('2026-11-24T02:00:00.000Z')
    people = await signInToVisits(server)
    expect(await record(people.visitor, card, 'done')).toMatchObject({ hasWon: false, visit: { state: 'cancelled' } })
  })

  test('who says that it is done while the visitor says so too: it is done, and no visit stays open', async () => {
    const visits = [
      await plannedFor(server, people),
      await plannedFor(server, people),
      await plannedFor(server, people),
    ]
    server.clock.set('2026-11-24T02:00:00.000Z')
    people = await signInToVisits(server)
    const answers = await Promise.all(
      visits.flatMap(({ elder, card }) => [
        server.signIn(elder.personId).then((client) => saysDone(client)),
        tryToRecord(people.visitor, card, 'done'),
      ]),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    for (const { elder, card } of visits) {
      expect(['done', 'cancelled']).toContain(await stateOf(server, card))
      expect((await proofOf(await server.signIn(elder.personId))).status).toBe('valid')
    }
    expect((await roundsOf(people.planner)).map(({ workItem }) => workItem?.state)).toEqual(['closed'])
  })
})

test('who has no app hears when somebody comes and how to get the code; then that nobody comes, and not both', async () => {
  const personId = personIdOf(server, 'resident', RAOSAI, 2)
  await assist(people.planner, personId)
  const forElder = actingFor({ personId })
  await people.planner.call('requestHomeVisit', { params: RAOSAI, body: aVisit() }, forElder)
  const { visit } = await proofOf(people.planner, forElder)
  await plan(server, people.planner, { visitor: people.visitor }, visit ? [visit] : [])
  const ofVisit = async () => (await saidTo(personId)).filter((text) => text.includes('上门') && !text.includes('替您'))
  await eventually(ofVisit, (texts) => {
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatch(/11月24日，10:00到12:00。.*开始帮办，把上门卡念给本人或者打印一张。$/)
  })
  // That is how the counter reads it out.
  expect((await proofOf(people.planner, forElder)).visit?.code).toMatch(/^\d{6}$/)
  await saysDone(people.planner, 'was_there', forElder)
  await eventually(ofVisit, (texts) => {
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatch(/有变化：已经记下办好了，不用再上门。$/)
  })
})

test('nothing that is said on the telephone asks anybody to open anything about a proof of life', () => {
  for (const kind of ['proof_due', 'visit_planned', 'visit_changed'] as const) {
    expect((SAID_TEXT[kind] ?? NOTICE_TEXT[kind]).zh).not.toMatch(/打开/)
  }
})

test('two parents of one daughter: what is done for one and planned for the other never wait for each other', async () => {
  const daughterId = personIdOf(server, 'resident', RAOSAI, 2)
  for (let time = 0; time < 6; time++) {
    const [father, mother] = [await plannedFor(server, people), await plannedFor(server, people)]
    // Something is still to be said to her about each.
    for (const { elder } of [father, mother]) await tellDaughter(daughterId, elder)
    await eventually(
      () => saidTo(daughterId),
      (texts) => expect(texts).toHaveLength(2),
    )
    const [done, planned] = await Promise.all([
      saysDone(father.elder),
      tryPlan(server, people.planner, { visitor: people.otherVisitor }, [mother.card]),
    ])
    expect([done.status, planned.status]).toEqual([200, 200])
    await server.sql('truncate home_visit, home_visit_event, home_visit_outcome, visit_round, call cascade')
  }
})
