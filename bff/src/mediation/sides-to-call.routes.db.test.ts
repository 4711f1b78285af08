import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  AGREEMENT,
  type CaseParams,
  codeFor,
  join,
  type Mediation,
  move,
  openOnPaper,
  readCase,
  request,
  signInToMediation,
} from '../../test/mediation.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
const COMMUNITY = { communityId: 'raosai' }
const THEIRS = [{ side: 'respondent', phone: '08910000199' }]

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInToMediation(server)
})

const joined = async (
  { phone, isOnPaper = true }: { phone?: string; isOnPaper?: boolean },
  [applicants, respondents]: [string, string],
): Promise<{ params: CaseParams; respondent: Client }> => {
  const params = await request(people.applicant, [applicants], {
    respondent: { name: '示范对方', ...(phone !== undefined && { phone }) },
  })
  await move(people.committee, params, 'invite')
  const code = await codeFor(people.committee, params)
  if (!isOnPaper) await people.respondent.call('openInvitation', { body: { code } })
  const respondent = isOnPaper ? await openOnPaper(server, code) : people.respondent
  await join(respondent, params, [respondents])
  return { params, respondent }
}

const toCall = async (client: Client, params: CaseParams) => (await readCase(client, params)).toCall

test('a side without an account is called for an agreement and for each follow-up, and neither side reads it', async () => {
  const [card = ''] = people.cards
  const mediator = people.mediatorOf(card)
  const { params, respondent } = await joined({ phone: '0891-0000-199' }, [card, card])
  expect(await toCall(people.committee, params)).toEqual([])
  await move(mediator, params, 'take')
  await move(mediator, params, 'prepare')
  await mediator.call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
  await move(mediator, params, 'meet')
  expect(await toCall(mediator, params)).toEqual([])
  await mediator.call('draftAgreement', { params, body: AGREEMENT })
  expect([await toCall(mediator, params), await toCall(people.committee, params)]).toEqual([THEIRS, THEIRS])
  expect([await toCall(people.applicant, params), await toCall(respondent, params)]).toEqual([[], []])
  const { items } = await people.committee.call('listCommunityCases', { params: COMMUNITY })
  expect(items[0]?.toCall).toEqual([{ side: 'respondent', phone: null }])
  for (const side of [people.applicant, respondent]) {
    await side.call('confirmAgreement', { params, body: { version: 1 } })
  }
  expect(await toCall(people.committee, params)).toEqual([])
  server.clock.advance({ days: 7 })
  expect(await toCall(await people.as('mediation_committee', COMMUNITY), params)).toEqual(THEIRS)
})

test('for a proposal they are called until both have answered, whoever has', async () => {
  const [one = '', two = '', three = ''] = people.cards
  const { params, respondent } = await joined({ phone: '0891-0000-199' }, [one, two])
  const again = (id: string) => ({ params, body: { trustedMediatorIds: [id] as never } })
  expect(await toCall(people.committee, params)).toEqual(THEIRS)
  await people.applicant.call('chooseMediators', again(one))
  await respondent.call('chooseMediators', again(two))
  expect(await readCase(people.committee, params)).toMatchObject({ canPropose: true, toCall: [] })
  await people.committee.call('proposeMediator', { params, body: { mediatorId: three as never } })
  const proposed = await readCase(people.committee, params)
  expect(proposed).toMatchObject({ canPropose: false, toCall: THEIRS })
  await respondent.call('answerProposal', { params, body: { accept: false } })
  const { version: _before, ...before } = proposed
  const { version: _after, ...after } = await readCase(people.committee, params)
  expect(after).toEqual(before)
  expect((await readCase(people.applicant, params)).canPropose).toBe(false)
  await people.applicant.call('answerProposal', { params, body: { accept: true } })
  expect(await readCase(people.committee, params)).toMatchObject({ canPropose: true, toCall: [] })
  expect((await readCase(people.applicant, params)).canPropose).toBe(false)
})

test('whoever has an account, or no telephone, is not called', async () => {
  const [one = '', two = ''] = people.cards
  const inAccount = await joined({ phone: '0891-0000-199', isOnPaper: false }, [one, two])
  const unknown = await joined({}, [one, two])
  for (const { params } of [inAccount, unknown]) expect(await toCall(people.committee, params)).toEqual([])
})
