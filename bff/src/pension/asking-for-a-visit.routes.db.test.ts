import { lastDigitOf } from '@little-bench/shared/kernel/personal-numbers'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { everythingStored } from '../../test/counter.ts'
import { claim, residence } from '../../test/facts.ts'
import { actingFor, actsFor, giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  anElder,
  aVisit,
  cardOf,
  DOOR,
  NOTE,
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
  tryRequest,
  type Visits,
  visitsIn,
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

const codeOf = async (attempt: ReturnType<Client['attempt']>) => {
  const { code, status } = await attempt
  return code ?? status
}
const reschedule = (client: Client, card: { id: string }, body: object = {}, headers?: Record<string, string>) =>
  client.attempt('rescheduleVisit', { params: onVisit(card), body }, headers)
const cancel = (client: Client, card: { id: string }) => client.attempt('cancelHomeVisit', { params: onVisit(card) })
const toldOf = async (client: Client, count: number): Promise<string[]> =>
  vi.waitFor(
    async () => {
      const { items } = await client.call('listInbox', { query: { limit: 50 } })
      const told = items.filter(({ kind }) => kind.startsWith('visit_')).map(({ text }) => text)
      if (told.length < count) throw new Error(`${told.length} of ${count} notices`)
      return told
    },
    { timeout: 10_000, interval: 100 },
  )

describe('asking', () => {
  test('an elder asks, and has a card that waits to be planned', async () => {
    const elder = await anElder(server)
    const { visit } = await request(elder)
    expect(visit).toMatchObject({ state: 'requested', on: null, visitor: null, code: null, canReschedule: true })
    expect(await proofOf(elder)).toMatchObject({ visit: { id: visit?.id } })
  })

  test('without a consent nothing is kept', async () => {
    const elder = await anElder(server)
    expect(await codeOf(tryRequest(elder, { consents: false }))).toBe('consent_missing')
    expect((await proofOf(elder)).visit).toBeNull()
  })

  test('why, behind which door and what they said is stored nowhere in plain, nor logged', async () => {
    await request(await anElder(server), { reasons: ['severe_illness', 'living_alone'] })
    const stored = await everythingStored(server)
    for (const word of [DOOR, NOTE]) expect([word, stored.includes(word)]).toEqual([word, false])
    // The words of the configuration are stored, and with them the reasons that can be given.
    const [row] = await server.sql<{ text: string }>('select visit::text as text from home_visit visit')
    expect(row?.text).not.toMatch(/illness|alone/)
    expect(server.logged()).not.toContain(DOOR)
  })

  test('they are visited where they live, or where they say', async () => {
    const elder = await anElder(server)
    const { placeId: _placeId, ...body } = aVisit()
    const withoutPlace = () => elder.attempt('requestHomeVisit', { params: RAOSAI, body })
    expect(await codeOf(withoutPlace())).toBe('address_missing')
    expect(await codeOf(tryRequest(elder, { placeId: 'cisongtang-courtyard-1' }))).toBe('unknown_place')
    await claim(elder, residence)
    expect(await codeOf(withoutPlace())).toBe(201)
    expect((await cardOf(elder)).placeName).toContain('东孜苏3巷7号')
  })

  test('of two requests at once one is a visit', async () => {
    const elder = await anElder(server)
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(tryRequest(elder))))
    expect(codes.map(String).toSorted()).toEqual(['201', 'visit_exists', 'visit_exists'])
  })

  test('the same request sent twice under one key is one', async () => {
    const elder = await anElder(server)
    const key = { 'Idempotency-Key': 'the-same-visit' }
    expect(await codeOf(tryRequest(elder, {}, key))).toBe(201)
    expect(await codeOf(tryRequest(elder, {}, key))).toBe(201)
  })

  test('nobody asks where they do not live, nor where there is no such help', async () => {
    const elder = await anElder(server)
    for (const communityId of ['ejietang', 'cisongtang', 'nowhere']) {
      const answer = elder.attempt('requestHomeVisit', { params: { communityId }, body: aVisit() })
      expect(await codeOf(answer)).toBe('not_found')
    }
  })

  test('neither a full ID number nor a picture is taken, wherever somebody writes it', async () => {
    const first = '54010219490101000'
    const picture = `data:image/jpeg;base64,${'A'.repeat(20)}`
    for (const word of [first + lastDigitOf(first), picture]) {
      const elder = await anElder(server)
      for (const field of ['door', 'note']) {
        expect(await codeOf(tryRequest(elder, { [field]: word }))).toBe('biometrics_refused')
      }
      await request(elder)
      expect(await codeOf(reschedule(elder, await cardOf(elder), { note: word }))).toBe('biometrics_refused')
      expect(await everythingStored(server)).not.toContain(word)
      expect(server.logged()).not.toContain(word)
    }
  })
})

describe('another day', () => {
  test('the visit waits again where it stood, its code is no more, and whoever would have come is told', async () => {
    const { elder, card } = await plannedFor(server, people)
    server.clock.advance({ hours: 1 })
    await request(await anElder(server))
    const answer = await reschedule(elder, card, { notOn: [TUESDAY], note: '示范话：周三以后' })
    expect(answer.body).toMatchObject({ visit: { state: 'requested', on: null, code: null, visitor: null } })
    const { items } = await people.planner.call('listHomeVisits', { params: RAOSAI })
    expect(items.map(({ id, notOn }) => [id, notOn])[0]).toEqual([card.id, [TUESDAY]])
    expect(await toldOf(people.visitor, 1)).toEqual(['示范老人的上门认证有变化：原来那趟不用您去了，请看名单。'])
    expect(visitsIn(await roundsOf(people.visitor))).toEqual([])
  })

  test("a round without visits is no work any more, and in nobody's list", async () => {
    const { elder, card } = await plannedFor(server, people)
    await reschedule(elder, card)
    expect(await roundsOf(people.planner)).toEqual([])
    const items = await server.sql('select state from work_item join visit_round on work_item_id = work_item.id')
    expect(items).toEqual([{ state: 'closed' }])
  })

  test('somebody who needs no visit is not visited; and may ask anew', async () => {
    const { elder, card } = await plannedFor(server, people)
    expect((await cancel(elder, card)).body).toMatchObject({ visit: null })
    // Whoever would have gone reads in their list that they need not.
    expect(visitsIn(await roundsOf(people.visitor))).toMatchObject([{ id: card.id, state: 'cancelled', code: null }])
    expect(await codeOf(cancel(elder, card))).toBe('visit_changed')
    expect(await codeOf(reschedule(elder, card))).toBe('visit_changed')
    expect(await codeOf(tryRequest(elder))).toBe(201)
  })

  test('once it is over nothing is kept of the door and of why', async () => {
    const { elder, card } = await plannedFor(server, people)
    await cancel(elder, card)
    const [row] = await server.sql('select sealed_door, sealed_note, sealed_reasons, sealed_code from home_visit')
    expect(row).toEqual({ sealed_door: null, sealed_note: null, sealed_reasons: null, sealed_code: null })
  })

  test('nobody moves or cancels the visit of somebody else', async () => {
    const { card } = await plannedFor(server, people)
    const neighbour = await anElder(server)
    for (const attempt of [reschedule(neighbour, card), cancel(neighbour, card)]) {
      expect(await codeOf(attempt)).toBe('not_found')
    }
    expect(await stateOf(server, card)).toBe('planned')
  })
})

describe('for somebody', () => {
  test('a daughter asks, moves and reads the card, and the mother reads what was done', async () => {
    const [mother, daughter] = [await anElder(server), await anElder(server, '示范女儿')]
    await giveTo(daughter, mother, { scopes: [{ service: 'pension', powers: ['read', 'file', 'manage'] }] })
    const headers = actingFor(mother)
    expect(await codeOf(tryRequest(daughter, {}, headers))).toBe(201)
    const card = (await proofOf(daughter, headers)).visit
    await plan(server, people.planner, { visitor: people.visitor }, [{ id: card?.id ?? '' }])
    expect((await proofOf(daughter, headers)).visit?.code).toBe((await cardOf(mother)).code)
    expect((await toldOf(daughter, 1))[0]).toContain('有人上门给示范老人办认证：11月24日，10:00到12:00')
    expect((await reschedule(daughter, { id: card?.id ?? '' }, {}, headers)).status).toBe(200)
    expect(await actsFor(server, mother)).toEqual(['requestHomeVisit', 'rescheduleVisit'])
  })

  test('the counter asks beside somebody, and prints their card', async () => {
    const elder = await anElder(server)
    expect(await codeOf(tryRequest(people.planner, {}, actingFor(elder)))).toBe('proxy_grant_missing')
    await sitTogether(server, people.planner, elder)
    expect(await codeOf(tryRequest(people.planner, {}, actingFor(elder)))).toBe(201)
    const { id } = await cardOf(elder)
    await plan(server, people.planner, { visitor: people.visitor }, [{ id }])
    expect((await proofOf(people.planner, actingFor(elder))).visit).toMatchObject({ id, code: expect.any(String) })
  })
})

test('who is visited and has done it is valid, and waits for nobody', async () => {
  const { elder, card } = await plannedFor(server, people)
  server.clock.set('2026-11-24T03:00:00.000Z')
  await record((await signInToVisits(server)).visitor, card, 'done')
  expect(await proofOf(await server.signIn(elder.personId))).toMatchObject({
    status: 'valid',
    visit: null,
    lastDone: { on: TUESDAY, evidence: 'visitor_was_there', isByYou: false },
  })
})
