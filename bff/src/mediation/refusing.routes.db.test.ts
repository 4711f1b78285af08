import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  broughtTo,
  type CaseParams,
  codeFor,
  invited,
  type Mediation,
  move,
  opened,
  openOnPaper,
  ordered,
  readCase,
  request,
  signInToMediation,
  tryMove,
} from '../../test/mediation.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
let trusted: string[]

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInToMediation(server)
  trusted = people.cards.slice(0, 1)
})

/** All that the applicant can learn of a case, with what differs between two cases taken out. */
const everythingOf = async (client: Client, params: CaseParams): Promise<string> => {
  const [item] = await server.sql<{ work_item_id: string; receipt_number: string }>(
    'select work_item_id, receipt_number from mediation_case where id = $1',
    [params.caseId],
  )
  const answers = [
    await client.attempt('getMediationCase', { params: { ...params } }),
    await client.attempt('listMyCases'),
    await client.attempt('listCaseThreads', { params: { ...params } }),
    await client.attempt('listCaseReads', { params: { ...params } }),
    await client.attempt('getWorkItem', { params: { ...params, workItemId: item?.work_item_id ?? '' } }),
    await client.attempt('listMyItems'),
    await client.attempt('listInbox'),
    await client.attempt('listMediators', { params: { communityId: 'raosai' } }),
  ]
  return answers
    .map(({ text }) => text)
    .join('\n')
    .replaceAll(params.caseId, 'CASE')
    .replaceAll(item?.work_item_id ?? '', 'ITEM')
    .replaceAll(item?.receipt_number ?? '', 'NUMBER')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'ID')
}

/** The notices are delivered, and whatever is due is done. */
const settle = async (): Promise<void> => {
  await server.app.doWhatIsDue()
  const waiting = () =>
    server.sql(
      "select 1 from pgboss.job where name like 'deliver%' and state in ('created', 'active', 'retry') limit 1",
    )
  for (let tries = 0; tries < 60 && (await waiting()).length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A case of a new applicant of the same name. */
const caseOfNewcomer = async () => {
  const applicant = await people.newResident('示范申请人')
  return { applicant, params: await invited({ ...people, applicant }, trusted) }
}

test('a refusal and no answer are the same to the applicant, byte for byte, before and after the time is over', async () => {
  const [refused, silent] = [await caseOfNewcomer(), await caseOfNewcomer()]
  for (const { params } of [refused, silent]) await openOnPaper(server, await codeFor(people.committee, params))
  const paper = await openOnPaper(server, await codeFor(people.committee, refused.params))
  await openOnPaper(server, await codeFor(people.committee, silent.params))
  await paper.call('answerInvitation', { params: refused.params, body: { accept: false } })
  const [committeeReads] = [await readCase(people.committee, refused.params)]
  expect([committeeReads.state, committeeReads.outcome]).toEqual(['closed', 'not_begun'])
  await readCase(people.committee, silent.params)

  const both = async () => {
    await settle()
    const [one, other] = [
      await everythingOf(refused.applicant, refused.params),
      await everythingOf(silent.applicant, silent.params),
    ]
    expect(one).toBe(other)
    return one
  }
  expect(await both()).toContain('"state":"inviting"')
  server.clock.advance({ days: 13, hours: 23 })
  expect(await both()).toContain('"state":"inviting"')
  server.clock.advance({ hours: 1 })
  // Also in the minute before the job comes.
  const [one, other] = [
    await everythingOf(refused.applicant, refused.params),
    await everythingOf(silent.applicant, silent.params),
  ]
  expect(one).toBe(other)
  expect(await both()).toMatch(/"state":"closed","outcome":"not_begun"/)
})

test('whoever leaves an invitation by the door of the moves has refused it, and no less quietly', async () => {
  const { applicant, params } = await caseOfNewcomer()
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  const before = (await applicant.attempt('getMediationCase', { params: { ...params } })).text
  await move(paper, params, 'withdraw')
  expect((await applicant.attempt('getMediationCase', { params: { ...params } })).text).toBe(before)
  // The applicant leaves in their turn, as if nothing had happened.
  expect(await move(applicant, params, 'withdraw')).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
})

test('either side may leave in every state in which something is still open', async () => {
  const sides = ['applicant', 'respondent'] as const
  const begin: Record<string, () => Promise<CaseParams>> = {
    choosing: async () => {
      const params = await opened(people, trusted)
      const body = { accept: true, trustedMediatorIds: [people.cards[1]] as never }
      await people.respondent.call('answerInvitation', { params, body })
      return params
    },
    ordered: () => ordered(people),
    accepted: () => broughtTo(people, 'accepted'),
    preparing: () => broughtTo(people, 'preparing'),
    in_session: () => broughtTo(people, 'in_session'),
  }
  for (const [state, bring] of Object.entries(begin)) {
    for (const side of sides) {
      const params = await bring()
      expect((await readCase(people[side], params)).state).toBe(state)
      expect(await move(people[side], params, 'withdraw')).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
      expect((await readCase(people.committee, params)).outcome).toBe('withdrawn')
      expect((await tryMove(people.applicant, params, 'withdraw')).code).toBe('move_not_allowed')
    }
  }
  for (const params of [await request(people.applicant, trusted), await invited(people, trusted)]) {
    expect((await move(people.applicant, params, 'withdraw')).state).toBe('closed')
  }
})

test('whoever was asked and left behind when a side leaves reads the case no more', async () => {
  const params = await ordered(people)
  const mediator = people.mediatorOf(trusted[0] ?? '')
  expect((await readCase(mediator, params)).state).toBe('ordered')
  await move(people.applicant, params, 'withdraw')
  expect((await mediator.attempt('getMediationCase', { params: { ...params } })).code).toBe('not_found')
  expect((await readCase(people.respondent, params)).mediator).toBeNull()
})
