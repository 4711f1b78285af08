import { afterAll, beforeAll, expect, test } from 'vitest'
import { broughtTo, type Mediation, move, readCase, request, signInToMediation } from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
})
afterAll(() => server.stop())

test('the committee reads in the case whom to call; the applicant and lists read no number', async () => {
  const { applicant, committee } = people
  const params = await request(applicant, [], { respondent: { name: '示范对方', phone: '0891-0000-199' } })
  expect((await readCase(committee, params)).respondentPhone).toBe('08910000199')
  expect((await readCase(applicant, params)).respondentPhone).toBeNull()
  expect((await move(committee, params, 'invite')).respondentPhone).toBe('08910000199')
  const { items } = await committee.call('listCommunityCases', { params: { communityId: 'raosai' } })
  expect(items.map(({ respondentPhone }) => respondentPhone)).toEqual([null])
})

test('a meeting is recorded once it has been', async () => {
  const params = await broughtTo(people, 'preparing')
  const mediator = people.mediatorOf(people.cards[0] ?? '')
  const recordAt = (at: string) =>
    mediator.attempt('recordSession', {
      params: { ...params },
      body: { at, way: 'visit', sides: ['applicant'], summary: '看了水管。' },
    })
  const now = server.clock.now()
  expect((await recordAt(new Date(now.getTime() + 1000).toISOString())).code).toBe('day_not_come')
  expect((await recordAt(now.toISOString())).status).toBe(201)
})

test('a card that goes on leave keeps the account with which they work', async () => {
  const [mediatorId = ''] = people.cards
  const account = () => server.sql<{ person_id: string }>('select person_id from mediator where id = $1', [mediatorId])
  const before = await account()
  const card = await people.committee.call('saveMediator', {
    params: { communityId: 'raosai', mediatorId },
    body: { name: '示范', role: 'three_elders', languages: ['zh'], gridCellIds: [], kinds: ['other'], isOnLeave: true },
  })
  expect(card.isOnLeave).toBe(true)
  expect(await account()).toEqual(before)
  expect(before[0]?.person_id).not.toBeNull()
})

test('the committee reads whose account a card can be given and whose each card is, and nobody else does', async () => {
  const [mediatorId = ''] = people.cards
  const mediator = people.mediatorOf(mediatorId)
  const params = { communityId: 'raosai' }
  const { items } = await people.committee.call('listMediatorAccounts', { params })
  expect(items.find(({ id }) => id === mediator.personId)).toMatchObject({ hasCard: true })
  expect(items.find(({ id }) => id === people.committee.personId)).toMatchObject({ hasCard: false })
  const counter = await people.as('community_staff', params)
  expect(items.some(({ id }) => id === counter.personId || id === people.applicant.personId)).toBe(false)
  const elsewhere = await people.as('mediation_committee', { communityId: 'ejietang' })
  expect((await elsewhere.attempt('listMediatorAccounts', { params })).code).toBe('not_found')
  expect((await mediator.attempt('listMediatorAccounts', { params })).code).toBe('forbidden')

  const accountOn = async (client: typeof mediator) =>
    (await client.call('listMediators', { params })).items.find(({ id }) => id === mediatorId)?.personId
  expect(await accountOn(people.committee)).toBe(mediator.personId)
  for (const client of [mediator, people.applicant, elsewhere]) expect(await accountOn(client)).toBeNull()
})
