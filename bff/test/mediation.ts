import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { CaseMove } from '@little-bench/shared/mediation/lifecycle'
import { type Api, type Client, createClient } from './client.ts'
import { addPerson, personIdOf } from './factories.ts'
import type { TestServer } from './server.ts'

export type Case = CallResult<Api['getMediationCase']>
type Request = CallInput<Api['requestMediation']>['body']
export type CaseParams = { communityId: string; caseId: string }

const COMMUNITY = { communityId: 'raosai' }

/** The card of the demonstration that has an account, and others in the order of the cards. */
export const cardsOf = async (server: TestServer): Promise<string[]> => {
  const rows = await server.sql<{ id: string }>("select id from mediator where community_id = 'raosai' order by id")
  return rows.map(({ id }) => id)
}

/** Everybody around a case of 绕赛, each with an account of their own. */
export const signInToMediation = async (server: TestServer) => {
  const as = (...who: Parameters<typeof personIdOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    server.signIn(personIdOf(server, ...who))
  const newResident = async (name = '示范人员') =>
    server.signIn(await addPerson(server, 'resident', COMMUNITY, { name }))
  const newMediator = async (cardId: string) => {
    const personId = await addPerson(server, 'mediator', COMMUNITY)
    await server.sql('update mediator set person_id = $1 where id = $2', [personId, cardId])
    return server.signIn(personId)
  }
  const cards = await cardsOf(server)
  const mediators = new Map<string, Client>()
  for (const id of cards) mediators.set(id, await newMediator(id))
  return {
    applicant: await newResident('示范申请人'),
    respondent: await newResident('示范对方'),
    committee: await as('mediation_committee', COMMUNITY),
    cards,
    mediatorOf: (cardId: string): Client => {
      const client = mediators.get(cardId)
      if (!client) throw new Error(`nobody works with the card ${cardId}`)
      return client
    },
    newResident,
    as,
  }
}
export type Mediation = Awaited<ReturnType<typeof signInToMediation>>

export const aRequest = (trusted: readonly string[], changes: Partial<Request> = {}): Request => ({
  disputeKind: 'neighbours',
  statement: '晚上的声音太大，说了几次没有用。',
  disclosure: { name: true, statement: false, words: '想一起坐下来说说夜里的声音。' },
  trustedMediatorIds: [...trusted],
  respondent: { name: '示范对方' },
  isSafe: true,
  ...changes,
})

export const request = async (
  applicant: Client,
  trusted: readonly string[],
  changes: Partial<Request> = {},
): Promise<CaseParams> => {
  const { id } = await applicant.call('requestMediation', { params: COMMUNITY, body: aRequest(trusted, changes) })
  return { ...COMMUNITY, caseId: id }
}

export const readCase = (client: Client, params: CaseParams): Promise<Case> =>
  client.call('getMediationCase', { params })

export const tryMove = async (client: Client, params: CaseParams, move: CaseMove, changes: object = {}) => {
  const { version } = await readCase(client, params)
  return client.attempt('moveMediationCase', { params: { ...params }, body: { move, version, ...changes } })
}

export const move = async (client: Client, params: CaseParams, name: CaseMove, changes: object = {}): Promise<Case> => {
  const answer = await tryMove(client, params, name, changes)
  if (answer.status !== 200) throw new Error(`${name} answered ${answer.text}`)
  return answer.body as Case // The status is that of the contract, whose own test checks the shape.
}

export const codeFor = async (committee: Client, params: CaseParams): Promise<string> =>
  (await committee.call('renewInvitation', { params })).code

/** Opens an invitation without an account, as somebody with a code on paper. */
export const openOnPaper = async (server: TestServer, code: string): Promise<Client> => {
  const { token } = await server.anonymous.call('openInvitation', { body: { code } })
  if (token === null) throw new Error('without an account there is a token')
  return createClient(server.url, token, '')
}

/** A case in which the other side is invited. */
export const invited = async (people: Mediation, trusted: readonly string[]): Promise<CaseParams> => {
  const params = await request(people.applicant, trusted)
  await move(people.committee, params, 'invite')
  return params
}

/** The same, and the other side has it in their account. */
export const opened = async (people: Mediation, trusted: readonly string[]): Promise<CaseParams> => {
  const params = await invited(people, trusted)
  await people.respondent.call('openInvitation', { body: { code: await codeFor(people.committee, params) } })
  return params
}

export const join = (client: Client, params: CaseParams, trusted: readonly string[]): Promise<Case> =>
  client.call('answerInvitation', { params, body: { accept: true, trustedMediatorIds: [...trusted] as never } })

/** Both trust the first card, and it is asked. */
export const ordered = async (people: Mediation): Promise<CaseParams> => {
  const [first = ''] = people.cards
  const params = await opened(people, [first])
  await join(people.respondent, params, [first])
  return params
}

/** Brought by the mediator of the first card as far as a state. */
export const broughtTo = async (
  people: Mediation,
  state: 'accepted' | 'preparing' | 'in_session',
): Promise<CaseParams> => {
  const params = await ordered(people)
  const mediator = people.mediatorOf(people.cards[0] ?? '')
  await move(mediator, params, 'take')
  if (state === 'accepted') return params
  await move(mediator, params, 'prepare')
  if (state === 'preparing') return params
  await mediator.call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
  await move(mediator, params, 'meet')
  return params
}

export const AGREEMENT = {
  dispute: '夜里的声音。',
  terms: '十点以后不放音乐。སྐད།',
  performance: '从今天起。',
  on: '2026-11-23',
} as const

/** A month later both were asked twice, and the case is closed; then the clock is put back, and everybody is signed in. */
export const everyFollowUpHolds = async (server: TestServer, people: Mediation, params: CaseParams): Promise<void> => {
  const before = server.clock.now().toISOString()
  server.clock.advance({ days: 30 })
  const committee = await people.as('mediation_committee', COMMUNITY)
  for (const { id: followUpId } of (await readCase(committee, params)).followUps ?? []) {
    await committee.call('recordCaseFollowUp', { params: { ...params, followUpId }, body: { result: 'holds' } })
  }
  server.clock.set(before)
}

/** Both have confirmed the first version. */
export const agreed = async (people: Mediation): Promise<CaseParams> => {
  const params = await broughtTo(people, 'in_session')
  await people.mediatorOf(people.cards[0] ?? '').call('draftAgreement', { params, body: AGREEMENT })
  for (const side of [people.applicant, people.respondent]) {
    await side.call('confirmAgreement', { params, body: { version: 1 } })
  }
  return params
}
