import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mediation, move, readCase, request, signInToMediation } from '../../test/mediation.ts'
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
