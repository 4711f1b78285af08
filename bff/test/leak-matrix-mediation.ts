import { committeeEndpoints, mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import { type Client, createClient } from './client.ts'
import {
  AGREEMENT,
  type CaseParams,
  cardsOf,
  codeFor,
  type Mediation,
  move,
  openOnPaper,
  request,
} from './mediation.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

/** What is said in a case, and the ids that name it. */
export interface PlantedCase {
  params: CaseParams
  number: string
  workItemId: string
  /** Who else has its invitation. */
  openedBy: Set<string>
}

const STATEMENT = 'MARK-CASE-STATEMENT'
const WORDS = 'MARK-CASE-WORDS'
const JOINT = 'MARK-CASE-JOINT'
const PRIVATE = { applicant: 'MARK-CASE-PRIVATE-APPLICANT', respondent: 'MARK-CASE-PRIVATE-RESPONDENT' }
const REASON = 'MARK-CASE-REASON'
const SESSION = 'MARK-CASE-SESSION'
const TERMS = 'MARK-CASE-TERMS'
const OTHER_NAME = 'MARK-CASE-OTHER'

/** One case in work, one that whoever has no account was invited to, and everybody around them. */
export const plantCases = async (server: TestServer, people: Callers) => {
  const cards = await cardsOf(server)
  const [own = '', other = ''] = [cards[2], cards[0]]
  const recusing = await people.as('another mediator')
  await server.sql('update mediator set person_id = $1 where id = $2', [recusing.personId, other])
  const signIn = async () => ({
    applicant: await people.as('reporter'),
    respondent: await people.as('respondent'),
    committee: await people.as('mediation committee'),
    mediator: await people.as('mediator'),
  })
  const clients = await signIn()
  const world: Mediation = {
    ...clients,
    cards: [own, ...cards.filter((id) => id !== own)],
    mediatorOf: (id) => (id === other ? recusing : clients.mediator),
    newResident: () => people.as('neighbour'),
    as: () => people.as('neighbour'),
  }
  /** Signs in anew: the matrix ends everybody's sessions on its way. */
  const refresh = async (): Promise<void> => {
    Object.assign(clients, await signIn())
    Object.assign(world, clients)
  }
  const all: PlantedCase[] = []
  /** Asked for by the reporter; every word of it names it. */
  const plant = async (trusted: readonly string[] = [own]): Promise<PlantedCase> => {
    await refresh()
    const params = await request(clients.applicant, trusted, {
      statement: STATEMENT,
      disclosure: { name: false, statement: false, words: WORDS },
      respondent: { name: OTHER_NAME },
    })
    const [row] = await server.sql<{ receipt_number: string; work_item_id: string }>(
      'select receipt_number, work_item_id from mediation_case where id = $1',
      [params.caseId],
    )
    const planted = {
      params,
      number: row?.receipt_number ?? '',
      workItemId: row?.work_item_id ?? '',
      openedBy: new Set<string>(),
    }
    all.push(planted)
    return planted
  }
  const invite = async (planted: PlantedCase): Promise<string> => {
    await move(clients.committee, planted.params, 'invite')
    return codeFor(clients.committee, planted.params)
  }
  /** The respondent has it in their account, and takes part when they trust somebody. */
  const open = async (planted: PlantedCase, trusted?: readonly string[]): Promise<PlantedCase> => {
    await clients.respondent.call('openInvitation', { body: { code: await invite(planted) } })
    if (trusted) {
      const body = { accept: true, trustedMediatorIds: [...trusted] as never }
      await clients.respondent.call('answerInvitation', { params: planted.params, body })
    }
    return planted
  }
  /** In the hands of the mediator. */
  const take = async (planted: PlantedCase): Promise<PlantedCase> => {
    await move(clients.mediator, planted.params, 'take')
    return planted
  }
  const meet = async ({ params }: PlantedCase): Promise<void> => {
    await move(clients.mediator, params, 'prepare')
    await clients.mediator.call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
    await move(clients.mediator, params, 'meet')
  }
  const draft = ({ params }: PlantedCase) =>
    clients.mediator.call('draftAgreement', { params, body: { ...AGREEMENT, terms: TERMS } })

  // The first who was asked stepped back; the second has it, and everything was said.
  const shared = await open(await plant([other, own]), [other, own])
  await move(recusing, shared.params, 'recuse', { reason: REASON })
  await meet(await take(shared))
  const { applicant, respondent, mediator } = clients
  const say = (client: Client, thread: 'joint' | 'private', text: string) =>
    client.call('postToThread', { params: { ...shared.params, thread }, body: { text } })
  await say(applicant, 'private', PRIVATE.applicant)
  await say(respondent, 'private', PRIVATE.respondent)
  await say(mediator, 'joint', JOINT)
  await mediator.call('recordSession', {
    params: shared.params,
    body: { at: '2026-11-23T02:00:00.000Z', way: 'phone', sides: ['applicant'], summary: SESSION },
  })
  await draft(shared)
  // On paper, and the other side has refused: nobody but the committee knows.
  const onPaper = await plant()
  const paper = await openOnPaper(server, await invite(onPaper))
  await paper.call('answerInvitation', { params: onPaper.params, body: { accept: false } })
  const [kept] = await server.sql<Record<string, unknown>>('select * from session where case_id = $1', [
    onPaper.params.caseId,
  ])
  people.setPaper(async () => {
    // The matrix signs out on its way, and a refused case gives no new code.
    await server.sql(
      'insert into session select * from json_populate_record(null::session, $1::json) on conflict do nothing',
      [JSON.stringify(kept)],
    )
    return createClient(server.url, paper.token, '')
  })

  return { world, refresh, all, shared, onPaper, own, other, plant, invite, open, take, meet, draft }
}
export type LeakCases = Awaited<ReturnType<typeof plantCases>>

const namesOf = ({ params, number }: PlantedCase): string[] => [params.caseId, number]

export const caseWords = ({ all }: LeakCases): string[] => [
  ...all.flatMap((planted) => [...namesOf(planted), planted.workItemId]),
  STATEMENT,
  WORDS,
  JOINT,
  PRIVATE.applicant,
  PRIVATE.respondent,
  REASON,
  SESSION,
  TERMS,
  OTHER_NAME,
]

/** Words of the cases that this caller may ever read. */
export const caseWordsFor = (name: string, cases: LeakCases): string[] => [
  ...cases.all.filter(({ openedBy }) => openedBy.has(name)).flatMap((each) => [...namesOf(each), WORDS, OTHER_NAME]),
  ...ownWordsFor(name, cases),
]

const ownWordsFor = (name: string, cases: LeakCases): string[] => {
  const { all, shared, onPaper } = cases
  const both = [WORDS, JOINT, SESSION, TERMS, OTHER_NAME]
  switch (name) {
    case 'reporter':
      return [...all.flatMap((each) => [...namesOf(each), each.workItemId]), STATEMENT, PRIVATE.applicant, ...both]
    case 'respondent':
      return [...all.filter((each) => each !== onPaper).flatMap(namesOf), PRIVATE.respondent, ...both]
    case 'party':
      return [...namesOf(onPaper), WORDS, OTHER_NAME]
    case 'mediator':
      return [...all.flatMap(namesOf), STATEMENT, PRIVATE.applicant, PRIVATE.respondent, ...both]
    // Whoever stepped back has been told once that there is something.
    case 'another mediator':
      return namesOf(shared)
    case 'mediation committee':
      return [...all.flatMap((each) => [...namesOf(each), each.workItemId]), STATEMENT, REASON, ...both]
    default:
      return []
  }
}

/** Whoever works on a case knows whose it is, and the counter whom it calls. */
export const readsApplicantName = (name: string, operation: string): boolean =>
  operation in { ...mediationEndpoints, ...committeeEndpoints }
    ? ['reporter', 'mediator', 'mediation committee'].includes(name)
    : name === 'community staff' && (operation === 'listCallList' || operation === 'recordCall')

export const SAID = { STATEMENT, WORDS, JOINT, PRIVATE, REASON, SESSION, TERMS, OTHER_NAME }
