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
let trusted: string[]

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  trusted = people.cards.slice(0, 1)
})
afterAll(() => server.stop())

const invitation = async () => {
  const params = await invited(people, trusted)
  return { params, code: await codeFor(people.committee, params) }
}
const tryCode = (code: string, client = server.anonymous) => client.attempt('openInvitation', { body: { code } })

test('a code opens once', async () => {
  const { code } = await invitation()
  await openOnPaper(server, code)
  expect((await tryCode(code)).code).toBe('code_invalid')
  expect((await tryCode(code, people.respondent)).code).toBe('code_invalid')
})

test('the applicant cannot open it, nor staff, and it is as good as before', async () => {
  const { code } = await invitation()
  const mediator = people.mediatorOf(trusted[0] ?? '')
  for (const client of [people.applicant, people.committee, mediator]) {
    expect((await tryCode(code, client)).code).toBe('code_invalid')
  }
  expect((await tryCode(code, people.respondent)).status).toBe(200)
})

test('it opens nothing after a withdrawal, a renewal, or when its time is over', async () => {
  const [withdrawn, renewed, late] = [await invitation(), await invitation(), await invitation()]
  await move(people.applicant, withdrawn.params, 'withdraw')
  await codeFor(people.committee, renewed.params)
  for (const { code } of [withdrawn, renewed]) expect((await tryCode(code)).code).toBe('code_invalid')
  server.clock.advance({ days: 14 })
  // Staff sign in every day.
  people = await signInToMediation(server)
  expect((await tryCode(late.code)).code).toBe('code_invalid')
  const again = await people.committee.attempt('renewInvitation', { params: { ...late.params } })
  expect(again.code).toBe('case_changed')
})

test('what is in somebody’s account is nobody else’s to open, with whatever code', async () => {
  const { params, code } = await invitation()
  await people.respondent.call('openInvitation', { body: { code } })
  const second = await codeFor(people.committee, params)
  expect((await tryCode(second)).code).toBe('code_invalid')
  expect((await tryCode(second, await people.newResident())).code).toBe('code_invalid')
  expect((await readCase(people.respondent, params)).yourSide).toBe('respondent')
})

test('before the committee invites there is nothing to open', async () => {
  const params = await request(people.applicant, trusted)
  expect((await people.committee.attempt('renewInvitation', { params: { ...params } })).code).toBe('case_changed')
  expect((await people.applicant.attempt('renewInvitation', { params: { ...params } })).status).toBe(403)
})

test('guessing is slow: the budget of codes is that of every code', async () => {
  const slow = await startTestServer({ RATE_LIMIT_CODE: 3 })
  try {
    const answers = []
    for (let tries = 0; tries < 4; tries++) {
      answers.push(await slow.anonymous.attempt('openInvitation', { body: { code: '312345678907' } }))
    }
    expect(answers.map(({ code }) => code)).toEqual(['code_invalid', 'code_invalid', 'code_invalid', 'rate_limited'])
  } finally {
    await slow.stop()
  }
})
