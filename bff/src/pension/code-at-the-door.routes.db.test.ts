import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { callList } from '../../test/counter.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
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
  roundsOf,
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
  people = await signInToVisits(server)
})

interface Held {
  elder: Client
  card: Card
}
const say = (client: Client, card: Pick<Card, 'id'>, code: string, headers?: Record<string, string>) =>
  client.attempt('verifyVisitCode', { params: onVisit(card), body: { code } }, headers)
const answerTo = async (...said: Parameters<typeof say>) => (await say(...said)).body
/** A code that is not the one of the card. */
const wrongFor = ({ code }: Pick<Card, 'code'>): string => (code === '111111' ? '222222' : '111111')
const RIGHT = { isRight: true, isLocked: false }
const LOCKED = { isRight: false, isLocked: true, triesLeft: 0 }

/** On the morning of the visit, everybody signed in. */
const onTheDay = async (): Promise<Held & { visitor: Client }> => {
  const { elder, card } = await plannedFor(server, people)
  server.clock.set(ON_TUESDAY)
  people = await signInToVisits(server)
  return { elder: await server.signIn(elder.personId), card, visitor: people.visitor }
}
const lock = async ({ elder, card }: Held) => {
  for (const _try of [1, 2]) await say(elder, card, wrongFor(card))
  return answerTo(elder, card, wrongFor(card))
}

test('the visitor reads on the day what the elder has on their card, and it is right however it is typed', async () => {
  const { elder, card, visitor } = await onTheDay()
  const [seen] = visitsIn(await roundsOf(visitor))
  expect(seen?.code).toBe(card.code)
  const code = card.code ?? ''
  for (const said of [code, `${code.slice(0, 3)} ${code.slice(3)}`]) {
    expect(await answerTo(elder, card, said)).toEqual({ ...RIGHT, triesLeft: 3 })
  }
})

test('three wrong codes lock the card, and the counter calls the elder before everybody else', async () => {
  const held = await onTheDay()
  const { elder, card } = held
  expect(await answerTo(elder, card, wrongFor(card))).toEqual({ isRight: false, isLocked: false, triesLeft: 2 })
  expect(await answerTo(elder, card, '')).toEqual({ isRight: false, isLocked: false, triesLeft: 1 })
  expect(await answerTo(elder, card, wrongFor(card))).toEqual(LOCKED)
  // Who knows the code now has heard it from somebody.
  expect(await answerTo(elder, card, card.code ?? '')).toEqual(LOCKED)
  expect(await cardOf(elder)).toMatchObject({ isLocked: true, code: null })
  const call = await vi.waitFor(
    async () => {
      const [first] = await callList(people.planner)
      if (!first?.lines.some(({ text }) => text.includes('暗号'))) throw new Error('nobody is to be called at once yet')
      return first
    },
    { timeout: 10_000, interval: 100 },
  )
  expect(call).toMatchObject({ person: { name: '示范老人' } })
  expect(JSON.stringify(call)).not.toContain(card.code)
})

test('the round shows that the card is locked, and no code', async () => {
  const held = await onTheDay()
  await lock(held)
  expect(visitsIn(await roundsOf(held.visitor))).toMatchObject([{ isLocked: true, code: null, state: 'planned' }])
  expect(visitsIn(await roundsOf(people.planner))).toMatchObject([{ isLocked: true }])
})

test('a locked card has another code only when the visit is planned anew', async () => {
  const held = await onTheDay()
  await lock(held)
  const { elder, card } = held
  await plan(server, people.planner, { visitor: people.visitor }, [card])
  const anew = await cardOf(elder)
  expect(anew).toMatchObject({ isLocked: false })
  expect(await answerTo(elder, anew, anew.code ?? '')).toEqual({ ...RIGHT, triesLeft: 3 })
})

test('a code opens no later visit', async () => {
  const { elder, card } = await onTheDay()
  await plan(server, people.planner, { on: WEDNESDAY, visitor: people.visitor }, [card])
  const anew = await cardOf(elder)
  expect(anew.code).not.toBe(card.code)
  server.clock.set(ON_WEDNESDAY)
  const later = await server.signIn(elder.personId)
  expect(await answerTo(later, anew, card.code ?? '')).toMatchObject({ isRight: false })
  expect(await answerTo(later, anew, anew.code ?? '')).toMatchObject({ isRight: true })
})

describe('on another day', () => {
  test('the code is not right, and whoever tries their own card uses no try up', async () => {
    const { elder, card } = await plannedFor(server, people)
    for (const _try of [1, 2, 3, 4]) {
      expect(await answerTo(elder, card, card.code ?? '')).toEqual({ isRight: false, isLocked: false, triesLeft: 3 })
    }
    server.clock.set(ON_WEDNESDAY)
    const later = await server.signIn(elder.personId)
    expect(await answerTo(later, card, card.code ?? '')).toMatchObject({ isRight: false, isLocked: false })
  })

  test('wrong ones lock it all the same', async () => {
    expect(await lock(await plannedFor(server, people))).toEqual(LOCKED)
  })
})

test('of ten who guess at the same moment three are heard', async () => {
  const { elder, card } = await onTheDay()
  const bodies = await Promise.all(Array.from({ length: 10 }, () => answerTo(elder, card, wrongFor(card))))
  expect(bodies.filter((body) => Object(body).isLocked)).toHaveLength(8)
  const [row] = await server.sql('select wrong_codes from home_visit')
  expect(row).toEqual({ wrong_codes: 3 })
})

test('a phone that sends the same again is not counted twice', async () => {
  const { elder, card } = await onTheDay()
  const key = { 'Idempotency-Key': 'said-only-once-at-the-door' }
  for (const _time of [1, 2, 3, 4]) {
    expect(await answerTo(elder, card, wrongFor(card), key)).toEqual({ isRight: false, isLocked: false, triesLeft: 2 })
  }
})

test('a daughter who may read checks it, the counter too, and nobody else', async () => {
  const { elder, card } = await onTheDay()
  const code = card.code ?? ''
  const daughter = await anElder(server, '示范女儿')
  expect((await say(daughter, card, code)).code).toBe('not_found')
  await giveTo(daughter, elder, { scopes: [{ service: 'pension', powers: ['read'] }] })
  expect(await answerTo(daughter, card, code, actingFor(elder))).toMatchObject(RIGHT)
  await sitTogether(server, people.planner, elder)
  expect(await answerTo(people.planner, card, code, actingFor(elder))).toMatchObject(RIGHT)
  // Somebody else's card is nobody's to lock.
  expect((await say(people.visitor, card, code)).code).toBe('forbidden')
})

test('a code of nothing that is planned is none', async () => {
  const { elder, card } = await onTheDay()
  await elder.call('rescheduleVisit', { params: onVisit(card), body: {} })
  expect((await say(elder, card, card.code ?? '')).code).toBe('visit_changed')
})
