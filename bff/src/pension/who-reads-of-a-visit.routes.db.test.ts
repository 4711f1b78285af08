import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson } from '../../test/factories.ts'
import { actingFor, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  anElder,
  DOOR,
  MONDAY,
  NOTE,
  ON_TUESDAY,
  plan,
  plannedFor,
  proofOf,
  RAOSAI,
  record,
  roundsOf,
  type Seen,
  signInToVisits,
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
  await server.sql("delete from confidential_read where what = 'visit_round'")
  people = await signInToVisits(server)
})

const goTo = async (instant: string) => {
  server.clock.set(instant)
  people = await signInToVisits(server)
}
const HIDDEN = { door: null, phone: null, reasons: null, note: null, code: null }
const seenBy = async (client: Client): Promise<Seen[]> => visitsIn(await roundsOf(client))
/** An elder of whom the counter knows a telephone; their name is not a role. */
const anotherElder = async () => {
  const elder = await anElder(server, '示范全名庚')
  const { sealer } = server.app.context
  const phone = sealer.seal('08910000777', `person_contact:${elder.personId}:phone`)
  const name = sealer.seal('示范全名庚', `person_contact:${elder.personId}:name`)
  await server.sql(
    `insert into person_contact (person_id, sealed_name, sealed_phone, name_hash, phone_hash, has_account, channel, created_at)
     values ($1, $2, $3, 'name', 'phone', true, 'inbox', now()) on conflict do nothing`,
    [elder.personId, name, phone],
  )
  await server.sql('update person set is_demo = false where id = $1', [elder.personId])
  return elder
}
const linesOf = () =>
  server.sql<{ reader_id: string; person_id: string }>(
    "select reader_id, person_id from confidential_read where what = 'visit_round'",
  )

describe('behind which door, and why', () => {
  test('whoever goes there reads it on the day, with the telephone and the whole name', async () => {
    const elder = await anotherElder()
    await elder.call('requestHomeVisit', {
      params: RAOSAI,
      body: { reasons: ['severe_illness'], consents: true, placeId: 'raosai-small-square', door: DOOR, note: NOTE },
    })
    const id = (await proofOf(elder)).visit?.id ?? ''
    await plan(server, people.planner, { visitor: people.visitor }, [{ id }])
    await goTo(ON_TUESDAY)
    expect(await seenBy(people.visitor)).toMatchObject([
      { name: '示范全名庚', door: DOOR, note: NOTE, phone: '08910000777', reasons: ['severe_illness'] },
    ])
    expect(await seenBy(people.planner)).toMatchObject([{ name: '示*庚', ...HIDDEN }])
  })

  test.each([
    ['the day before', START],
    ['the evening before', '2026-11-23T15:59:59.000Z'],
    ['the day after', '2026-11-24T16:00:00.000Z'],
    ['a week after', '2026-12-01T02:00:00.000Z'],
  ])('%s nobody does', async (_when, instant) => {
    await plannedFor(server, people)
    await goTo(instant)
    for (const client of [people.visitor, people.planner]) {
      expect(await seenBy(client)).toMatchObject([{ ...HIDDEN, state: 'planned' }])
    }
    expect(await linesOf()).toEqual([])
  })

  test('the planner never does, nor anybody else on that day', async () => {
    await plannedFor(server, people)
    await goTo(ON_TUESDAY)
    expect(await seenBy(people.planner)).toMatchObject([HIDDEN])
    expect(await seenBy(people.otherVisitor)).toEqual([])
    expect((await people.elsewhere.attempt('listVisitRounds', { params: RAOSAI })).code).toBe('not_found')
    const stranger = await server.signIn(
      await addPerson(server, 'visiting_worker', { communityId: 'cisongtang', gridCellId: 'cisongtang-1' }),
    )
    expect((await stranger.attempt('listVisitRounds', { params: RAOSAI })).code).toBe('not_found')
    expect((await (await anElder(server)).attempt('listVisitRounds', { params: RAOSAI })).code).toBe('forbidden')
  })

  test('whoever plans for themselves reads their own round, and no other', async () => {
    const [own, other] = [await plannedFor(server, people), await plannedFor(server, people)]
    await plan(server, people.planner, { visitor: people.planner }, [own.card])
    await goTo(ON_TUESDAY)
    const seen = await seenBy(people.planner)
    expect(seen.find(({ id }) => id === own.card.id)?.door).toBe(DOOR)
    expect(seen.find(({ id }) => id === other.card.id)).toMatchObject(HIDDEN)
  })

  test('once it is done nobody does, and whoever got the visit later does not before its day', async () => {
    const [done, moved] = [await plannedFor(server, people), await plannedFor(server, people)]
    await goTo(ON_TUESDAY)
    await plan(server, people.planner, { visitor: people.visitor }, [done.card])
    await plan(server, people.planner, { on: WEDNESDAY, visitor: people.otherVisitor }, [moved.card])
    const { visit } = await record(people.visitor, done.card, 'done')
    expect(visit).toMatchObject(HIDDEN)
    expect(await seenBy(people.visitor)).toMatchObject([{ id: done.card.id, ...HIDDEN }])
    expect(await seenBy(people.otherVisitor)).toMatchObject([{ id: moved.card.id, ...HIDDEN }])
  })

  test('what a late device is answered shows nothing of the round that has the visit now', async () => {
    const { card } = await plannedFor(server, people)
    await goTo(ON_TUESDAY)
    await plan(server, people.planner, { visitor: people.otherVisitor }, [card])
    const { visit, hasWon } = await record(people.visitor, card, 'not_at_home')
    expect(hasWon).toBe(false)
    expect(visit).toMatchObject(HIDDEN)
  })

  test('no list, card or answer of one elder says anything of another', async () => {
    const [one, other] = [await plannedFor(server, people), await plannedFor(server, people, { door: '示范院五楼' })]
    await goTo(ON_TUESDAY)
    const elder = await server.signIn(one.elder.personId)
    const answers = [
      await elder.attempt('getProofOfLife', { params: RAOSAI }),
      await elder.attempt('listInbox', { query: { limit: 50 } }),
      await elder.attempt('listMyItems', { query: { limit: 50 } }),
    ]
    for (const { text } of answers) {
      for (const word of [other.card.id, other.card.code ?? '', '示范院五楼', DOOR, NOTE]) {
        expect([word, text.includes(word)]).toEqual([word, false])
      }
    }
  })
})

test('each door that is shown leaves a line for the person behind it', async () => {
  const [one, other] = [await plannedFor(server, people), await plannedFor(server, people)]
  await goTo(ON_TUESDAY)
  await roundsOf(people.planner)
  expect(await linesOf()).toEqual([])
  await roundsOf(people.visitor)
  const lines = await linesOf()
  expect(lines.map(({ person_id: personId }) => personId).toSorted()).toEqual(
    [one.elder.personId, other.elder.personId].toSorted(),
  )
  expect(lines.every(({ reader_id: readerId }) => readerId === people.visitor.personId)).toBe(true)
})

test('a list that waits to be planned says where, and neither why nor behind which door', async () => {
  const { elder, card } = await plannedFor(server, people, { reasons: ['severe_illness'] })
  await plan(server, people.planner, { visitor: people.visitor }, [])
  const { text } = await people.planner.attempt('listHomeVisits', { params: RAOSAI })
  expect(text).toContain(card.id)
  for (const word of [DOOR, NOTE, 'severe_illness', elder.personId]) {
    expect([word, text.includes(word)]).toEqual([word, false])
  }
})

test('a round of last month is nobody’s to read', async () => {
  await plannedFor(server, people)
  await goTo('2026-12-24T02:00:00.000Z')
  for (const client of [people.planner, people.visitor]) expect(await roundsOf(client, { on: MONDAY })).toEqual([])
})

test('beside the elder the counter sees the card, and not why somebody comes', async () => {
  const { elder, card } = await plannedFor(server, people, { reasons: ['severe_illness'] })
  await sitTogether(server, people.planner, elder)
  const { text } = await people.planner.attempt('getProofOfLife', { params: RAOSAI }, actingFor(elder))
  expect(text).toContain(card.id)
  for (const word of [DOOR, NOTE, 'severe_illness']) expect(text).not.toContain(word)
})
