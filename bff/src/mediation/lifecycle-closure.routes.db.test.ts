import { CASE_MOVES, CASE_STATES, type CaseMove } from '@little-bench/shared/mediation/lifecycle'
import { POWERS_OF_SERVICE, PROXY_SERVICES } from '@little-bench/shared/people/powers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CASE_INSIDERS,
  CASE_SITUATIONS,
  type CaseInsider,
  type CaseSituation,
  type CaseSituationName,
  createCaseSituations,
  loggedAs,
  mayMove,
  readsIn,
  STATE_OF,
} from '../../test/case-situations.ts'
import type { Client } from '../../test/client.ts'
import { addPerson } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { type CaseParams, type Mediation, readCase, signInToMediation } from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
let situation: ReturnType<typeof createCaseSituations>
/** Everybody for whom no case is there, with the answer that each of them gets. */
let outsiders: { name: string; client: Client; code: string; headers?: Record<string, string> }[]

const COMMUNITY = { communityId: 'raosai' }
const EVERYTHING = PROXY_SERVICES.map((service) => ({ service, powers: [...POWERS_OF_SERVICE[service]] }))

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  situation = createCaseSituations(server, people)
  const { as } = people
  const [applicantsProxy, respondentsProxy] = [await people.newResident(), await people.newResident()]
  await giveTo(applicantsProxy, people.applicant, { scopes: EVERYTHING })
  await giveTo(respondentsProxy, people.respondent, { scopes: EVERYTHING })
  const elsewhere = await server.signIn(await addPerson(server, 'mediation_committee', { communityId: 'nizhuolin' }))
  const anotherCase = await situation('inviting', { isOnPaper: true })
  const notThere = { code: 'not_found' }
  const notTheirs = { code: 'forbidden' }
  const forApplicant = { headers: actingFor(people.applicant), code: 'not_delegable' }
  const forRespondent = { headers: actingFor(people.respondent), code: 'not_delegable' }
  outsiders = [
    { name: "the applicant's proxy", client: applicantsProxy, ...forApplicant },
    { name: "the respondent's proxy", client: respondentsProxy, ...forRespondent },
    { name: 'the committee, acting for the applicant', client: people.committee, ...forApplicant },
    { name: 'a proxy in their own name', client: applicantsProxy, ...notThere },
    { name: 'another mediator', client: people.mediatorOf(people.cards[1] ?? ''), ...notThere },
    { name: 'another committee', client: elsewhere, ...notThere },
    { name: 'whoever was invited to another case', client: anotherCase.respondent, ...notThere },
    { name: 'a resident', client: await people.newResident(), ...notThere },
    { name: 'a supervisor', client: await as('subdistrict_staff', { unitId: 'bakuo-subdistrict' }), ...notTheirs },
    { name: 'a grid worker', client: await as('grid_worker', { gridCellId: 'raosai-1' }), ...notTheirs },
    { name: 'community staff', client: await as('community_staff', COMMUNITY), ...notTheirs },
    { name: 'the administrator', client: await as('admin'), ...notTheirs },
    { name: 'nobody', client: server.anonymous, code: 'unauthenticated' },
  ]
})
afterAll(() => server.stop())

const clientOf = (who: CaseInsider, { respondent }: CaseSituation): Client => {
  if (who === 'respondent') return respondent
  return who === 'mediator' ? people.mediatorOf(people.cards[0] ?? '') : people[who]
}

interface Versions {
  version: number
  shared_version: number
}

const versionsOf = async ({ caseId }: CaseParams): Promise<Versions> => {
  const [row] = await server.sql<Versions>('select version, shared_version from mediation_case where id = $1', [caseId])
  if (!row) throw new Error('there is no such case')
  return row
}

interface Attempt {
  client: Client
  found: CaseSituation
  move: CaseMove
  version: number
  headers?: Record<string, string>
}

const attempt = ({ client, found, move, version, headers = {} }: Attempt) =>
  client.attempt(
    'moveMediationCase',
    { params: { ...found.params }, body: { move, version, reason: '说明。' } },
    headers,
  )

/** The version that this hand would have read. */
const versionFor = (who: CaseInsider, { version, shared_version: shared }: Versions): number =>
  isSide(who) ? shared : version
const isSide = (who: CaseInsider): boolean => who === 'applicant' || who === 'respondent'

/** Everything that is kept of a case, and what would leave because of it, so that any change shows. */
const stored = ({ caseId }: CaseParams) =>
  server.sql(
    `select kept, item,
       (select jsonb_agg(event order by event.id) from case_event event where case_id = kept.id) as log,
       (select jsonb_agg(due order by due.id) from case_due due where case_id = kept.id) as due,
       (select jsonb_agg(tick) from case_tick tick where case_id = kept.id) as ticks,
       (select count(*) from case_read where case_id = kept.id) as reads,
       (select count(*) from case_follow_up where case_id = kept.id) as follow_ups,
       (select count(*) from work_item_event where work_item_id = item.id) as events,
       (select jsonb_agg(code order by code_hash) from one_time_code code where subject_id = kept.id) as codes,
       (select count(*) from pgboss.job where data->>'subjectId' = kept.id::text) as notices
     from mediation_case kept join work_item item on item.id = kept.work_item_id where kept.id = $1`,
    [caseId],
  )

const eventsOf = ({ params }: CaseSituation) =>
  server.sql('select move, by_actor, from_state, to_state from case_event where case_id = $1 order by id', [
    params.caseId,
  ])

const OUTSIDE_EVERY = 8
/** For whom the case is not there the move makes no difference: all situations together try all moves on them. */
const triedBy = (name: CaseSituationName): readonly CaseMove[] => {
  const turn = CASE_SITUATIONS.indexOf(name)
  return CASE_MOVES.filter((_move, index) => (index + turn) % OUTSIDE_EVERY === 0)
}

test('every state of the table is tried', () => {
  expect([...new Set(Object.values(STATE_OF))].toSorted()).toEqual(CASE_STATES.toSorted())
})

describe.each(CASE_SITUATIONS)('a case: %s', (name) => {
  test('shows its people their moves, refuses every other to everybody, and stays as it was', async () => {
    const [inAccount, onPaper] = [await situation(name), await situation(name, { isOnPaper: true })]
    const readers = CASE_INSIDERS.filter((each) => readsIn(name, each))
    for (const who of readers) {
      const { moves } = await readCase(clientOf(who, inAccount), inAccount.params)
      expect([who, moves]).toEqual([who, CASE_MOVES.filter((move) => mayMove(name, who, move))])
    }
    const before = [await stored(inAccount.params), await stored(onPaper.params)]
    const [inAccountVersions, onPaperVersions] = [await versionsOf(inAccount.params), await versionsOf(onPaper.params)]
    const refused = [...CASE_INSIDERS, 'respondent on paper' as const].flatMap((each) => {
      const who = each === 'respondent on paper' ? 'respondent' : each
      const [found, versions] = each === who ? [inAccount, inAccountVersions] : [onPaper, onPaperVersions]
      const code = readsIn(name, who) ? 'move_not_allowed' : 'not_found'
      return CASE_MOVES.filter((move) => !mayMove(name, who, move)).map((move) => ({
        who: each,
        client: clientOf(who, found),
        found,
        move,
        version: versionFor(who, versions),
        code,
        headers: {},
      }))
    })
    const { version } = inAccountVersions
    const outside = outsiders.flatMap(({ name: who, client, code, headers }) =>
      triedBy(name).map((move) => ({ who, client, found: inAccount, move, version, code, headers: headers ?? {} })),
    )
    const tries = [...refused, ...outside]
    const answers = await Promise.all(tries.map(async (each) => [each.who, each.move, (await attempt(each)).code]))
    expect(answers).toEqual(tries.map(({ who, move, code }) => [who, move, code]))
    expect([await stored(inAccount.params), await stored(onPaper.params)]).toEqual(before)
  })

  test('makes every move that the table names, and writes it down', async () => {
    const allowed = CASE_INSIDERS.flatMap((who) =>
      CASE_MOVES.filter((move) => mayMove(name, who, move)).flatMap((move) =>
        (who === 'respondent' ? [false, true] : [false]).map((isOnPaper) => ({ who, move, isOnPaper })),
      ),
    )
    const made = allowed.map(async ({ who, move, isOnPaper }) => {
      const found = await situation(name, { isOnPaper })
      const known = await eventsOf(found)
      const version = versionFor(who, await versionsOf(found.params))
      const { status } = await attempt({ client: clientOf(who, found), found, move, version })
      return [who, move, status, (await eventsOf(found))[known.length]]
    })
    expect(await Promise.all(made)).toEqual(allowed.map(({ who, move }) => [who, move, 200, loggedAs(name, who, move)]))
  })
})
