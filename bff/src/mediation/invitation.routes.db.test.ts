import { afterAll, beforeAll, expect, test } from 'vitest'
import { CALLER } from '../../test/counter.ts'
import {
  aRequest,
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

test('whoever has guessed too often is not answered for the right code either, and it is as good as before elsewhere', async () => {
  const slow = await startTestServer({ RATE_LIMIT_CODE: 3, TRUST_PROXY: '1' })
  try {
    const others = await signInToMediation(slow)
    const params = await invited(others, others.cards.slice(0, 1))
    const code = await codeFor(others.committee, params)
    const from = (address: string, typed: string) =>
      slow.anonymous.attempt('openInvitation', { body: { code: typed } }, { 'X-Forwarded-For': address })
    const [guesser, family] = ['192.0.2.1', '192.0.2.2']
    for (let tries = 0; tries < 3; tries++) expect((await from(guesser, '312345678907')).code).toBe('code_invalid')
    expect((await from(guesser, code)).code).toBe('rate_limited')
    // In an account it is the person who is counted, wherever they are.
    const resident = await others.newResident()
    for (let tries = 0; tries < 3; tries++) {
      const address = { 'X-Forwarded-For': `192.0.2.${tries + 3}` }
      const wrong = await resident.attempt('openInvitation', { body: { code: '312345678907' } }, address)
      expect(wrong.code).toBe('code_invalid')
    }
    expect((await resident.attempt('openInvitation', { body: { code } })).code).toBe('rate_limited')
    expect((await from(family, code)).status).toBe(200)
  } finally {
    await slow.stop()
  }
})

test('of two who enter it at once one is too late', async () => {
  const { code } = await invitation()
  const answers = await Promise.all(Array.from({ length: 6 }, () => tryCode(code)))
  const refused = answers.flatMap(({ code }) => code ?? [])
  expect([answers.filter(({ status }) => status === 200).length, refused]).toEqual([
    1,
    Array.from({ length: 5 }, () => 'code_invalid'),
  ])
})

test('nobody is asked to sit down with themselves: the same name, and the same telephone when one is given', async () => {
  const staff = await people.as('community_staff', { communityId: 'raosai' })
  const { personId } = await staff.call('registerResident', { params: { communityId: 'raosai' }, body: CALLER })
  await server.sql('update person set is_demo = true where id = $1', [personId])
  const applicant = await server.signIn(personId)
  const tryRequest = (name: string, phone?: string) =>
    applicant.attempt('requestMediation', {
      params: { communityId: 'raosai' },
      body: aRequest([], { respondent: { name, ...(phone !== undefined && { phone }) } }),
    })
  for (const answer of [await tryRequest(CALLER.name), await tryRequest('示范 来电人', '0891 0000 191')]) {
    expect(answer.code).toBe('respondent_is_yourself')
  }
  expect((await tryRequest(CALLER.name, '0891-0000-192')).status).toBe(201)
  expect((await tryRequest('示范另一人', CALLER.phone)).status).toBe(201)
})
