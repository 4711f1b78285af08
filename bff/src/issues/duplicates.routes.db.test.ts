import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { keepSignedIn } from '../../test/desk.ts'
import { addPerson, itemIn, make, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
afterAll(() => server.stop())
afterEach(async () => {
  server.clock.set(START)
  // Each test has a community without reports.
  await server.sql("update issue set visibility = 'private'")
})

const COMMUNITY = { communityId: 'raosai' }
const COURTYARD = 'raosai-dongzisu-lane-3-no-7'
/** Of the courtyard. */
const HERE = { lat: 29.6541, lng: 91.1352 }
const north = (metres: number) => ({ lat: HERE.lat + metres / 111_320, lng: HERE.lng })
const open = { visibility: 'public' as const }

const duplicatesOf = async (query: object, client = people.neighbour) =>
  (await client.call('findDuplicates', { params: COMMUNITY, query: { serviceCode: 'garbage', ...query } })).items
const idsOf = async (query: object) => (await duplicatesOf(query)).map(({ id }) => id)

test('a public issue of the same category at the same place is shown with all that tells whether it is the same', async () => {
  const receipt = await report(people.resident, open)
  const [duplicate] = await duplicatesOf({ placeId: COURTYARD })
  expect(duplicate).toMatchObject({
    id: receipt.id,
    placeName: '东孜苏3巷7号（米吉林大院）',
    state: 'queued',
    endorsements: 0,
    isSamePlace: true,
    metres: 50,
    canEndorse: true,
    isEndorsed: false,
  })
  expect(JSON.stringify(duplicate)).not.toContain(receipt.receiptNumber)
})

test('the nearest comes first, and of those that are equally far the newest', async () => {
  const far = await report(people.resident, { ...open, placeId: undefined, position: north(200) })
  const older = await report(people.resident, { ...open, placeId: undefined, position: north(40) })
  const newer = await report(people.resident, { ...open, placeId: undefined, position: north(40) })
  expect(await idsOf(HERE)).toEqual([newer.id, older.id, far.id])
  expect((await duplicatesOf(HERE)).map(({ metres }) => metres)).toEqual([50, 50, 200])
})

test('a quarter of a kilometre is near, to a cell, and half a kilometre is not', async () => {
  const near = await report(people.resident, { ...open, placeId: undefined, position: north(249) })
  await report(people.resident, { ...open, placeId: undefined, position: north(400) })
  expect(await idsOf(HERE)).toEqual([near.id])
})

test('from wherever one asks, it cannot be told where in its cell somebody stood', async () => {
  const corners = [
    { lat: 29.6536, lng: 91.1346 },
    { lat: 29.6544, lng: 91.1354 },
  ]
  const ids: string[] = []
  for (const position of corners)
    ids.unshift((await report(people.resident, { ...open, placeId: undefined, position })).id)
  for (const metres of [-400, -299, -251, -249, -50, 0, 50, 249, 251, 299, 400]) {
    const [first, second, ...others] = await duplicatesOf(north(metres))
    expect(others).toEqual([])
    expect(first?.metres).toBe(second?.metres)
    expect(first === undefined ? ids : [first.id, second?.id]).toEqual(ids)
  }
})

test('a place without a position that was sent is where configuration says that it is', async () => {
  const entrance = await report(people.resident, { ...open, placeId: 'raosai-dongzisu-lane-3-entrance' })
  expect(await idsOf(HERE)).toEqual([entrance.id])
  expect(await duplicatesOf({ placeId: COURTYARD })).toMatchObject([
    { id: entrance.id, isSamePlace: false, metres: 100 },
  ])
})

test('what is private, withdrawn, of another category or elsewhere is never shown', async () => {
  await report(people.resident)
  await report(people.resident, { ...open, serviceCode: 'street_light' })
  await report(people.resident, { ...open, placeId: 'raosai-small-square' })
  await make(people.resident, await report(people.resident, open), 'withdraw')
  expect(await idsOf({ placeId: COURTYARD })).toEqual([])
  expect(await idsOf(HERE)).toEqual([])
})

test('what was closed is shown for thirty days, and cannot be endorsed', async () => {
  const closed = await itemIn(people, 'closed', open)
  expect(await duplicatesOf({ placeId: COURTYARD })).toMatchObject([{ id: closed.id, canEndorse: false }])
  server.clock.advance({ days: 31 })
  expect(await idsOf({ placeId: COURTYARD })).toEqual([])
})

test('at most five are shown', async () => {
  for (let count = 0; count < 7; count++) await report(people.resident, open)
  expect(await idsOf({ placeId: COURTYARD })).toHaveLength(5)
})

test('somebody without an account sees them too, and their own reporter cannot endorse', async () => {
  await report(people.resident, open)
  expect(await duplicatesOf({ placeId: COURTYARD }, server.anonymous)).toMatchObject([{ canEndorse: false }])
  expect(await duplicatesOf({ placeId: COURTYARD }, people.resident)).toMatchObject([{ canEndorse: false }])
})

test('whoever acts for its reporter cannot endorse it for them, and can for themselves', async () => {
  await report(people.resident, open)
  const agent = await server.signIn(await addPerson(server, 'resident', COMMUNITY))
  await giveTo(agent, people.resident)
  const input = { params: COMMUNITY, query: { serviceCode: 'garbage', placeId: COURTYARD } }
  const seen = async (headers = {}) => (await agent.call('findDuplicates', input, headers)).items
  expect(await seen(actingFor(people.resident))).toMatchObject([{ canEndorse: false, isEndorsed: false }])
  expect(await seen()).toMatchObject([{ canEndorse: true, isEndorsed: false }])
})

test.each([
  [{ serviceCode: 'flying' }, 'unknown_service'],
  [{ placeId: 'cisongtang-nowhere' }, 'unknown_place'],
  [{ lat: 39.9, lng: 116.4 }, 'position_outside_community'],
])('%o is refused', async (query, code) => {
  const answer = await people.neighbour.attempt('findDuplicates', {
    params: COMMUNITY,
    query: { serviceCode: 'garbage', ...query },
  })
  expect(answer.code).toBe(code)
})
