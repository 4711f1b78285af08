import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  codeFor,
  invited,
  type Mediation,
  move,
  openOnPaper,
  readCase,
  request,
  signInToMediation,
} from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
})
afterAll(() => server.stop())

const APPLICANTS = { side: 'applicant', needsInterpreter: false, language: 'bo' }
const RESPONDENTS = { side: 'respondent', needsInterpreter: true, language: 'other' }
const NOT_ASKED = { side: 'respondent', needsInterpreter: false, language: null }

test('each side reads how itself wants to be spoken to, and whoever works on the case reads both', async () => {
  const [card = ''] = people.cards
  const params = await request(people.applicant, [card], { language: 'bo' })
  await move(people.committee, params, 'invite')
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  expect((await readCase(paper, params)).spoken).toEqual([NOT_ASKED])
  const joined = await paper.call('answerInvitation', {
    params,
    body: { accept: true, trustedMediatorIds: [card] as never, needsInterpreter: true, language: 'other' },
  })
  expect(joined.spoken).toEqual([RESPONDENTS])
  expect((await readCase(people.applicant, params)).spoken).toEqual([APPLICANTS])
  for (const staff of [people.committee, people.mediatorOf(card)]) {
    expect((await readCase(staff, params)).spoken).toEqual([APPLICANTS, RESPONDENTS])
  }
})

test('whoever refuses leaves nothing of how they want to be spoken to', async () => {
  const params = await invited(people, [])
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  await paper.call('answerInvitation', { params, body: { accept: false, needsInterpreter: true } })
  expect((await readCase(people.committee, params)).spoken[1]).toEqual(NOT_ASKED)
})
