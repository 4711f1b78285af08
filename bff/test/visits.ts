import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { VisitOutcome, VisitState } from '@little-bench/shared/pension/ways'
import type { Api, Client } from './client.ts'
import { addPerson, personIdOf } from './factories.ts'
import type { TestServer } from './server.ts'

export const RAOSAI = { communityId: 'raosai' }
export const PLACE = 'raosai-dongzisu-lane-3-no-7'
/** The day of the tests' clock, and those around it. */
export const MONDAY = '2026-11-23'
export const TUESDAY = '2026-11-24'
export const WEDNESDAY = '2026-11-25'
export const THURSDAY = '2026-11-26'
/** Ten in the morning of these days. */
export const ON_TUESDAY = '2026-11-24T02:00:00.000Z'
export const ON_WEDNESDAY = '2026-11-25T02:00:00.000Z'

export type Proof = CallResult<Api['getProofOfLife']>
export type Card = NonNullable<Proof['visit']>
export type Round = CallResult<Api['listVisitRounds']>['items'][number]
export type Seen = Round['courtyards'][number]['visits'][number]
type Request = CallInput<Api['requestHomeVisit']>['body']

/** Words that stand in one visit and nowhere else. */
export const DOOR = '示范院二楼左手'
export const NOTE = '示范话：敲门要久一点'

export const aVisit = (changes: Partial<Request> = {}): Request => ({
  reasons: ['limited_mobility'],
  consents: true,
  placeId: PLACE as never,
  door: DOOR,
  note: NOTE,
  ...changes,
})

/** Everybody around the visits of 绕赛: its counter plans, two go, and one works elsewhere. */
export const signInToVisits = async (server: TestServer) => {
  const as = (...who: Parameters<typeof personIdOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    server.signIn(personIdOf(server, ...who))
  return {
    planner: await as('community_staff', RAOSAI),
    visitor: await as('visiting_worker', { gridCellId: 'raosai-1' }),
    otherVisitor: await as('grid_worker', { gridCellId: 'raosai-2' }),
    elsewhere: await as('community_staff', { communityId: 'cisongtang' }),
  }
}
export type Visits = Awaited<ReturnType<typeof signInToVisits>>

export const anElder = async (server: TestServer, name = '示范老人'): Promise<Client> =>
  server.signIn(await addPerson(server, 'resident', RAOSAI, { name }))

export const request = (elder: Client, changes: Partial<Request> = {}): Promise<Proof> =>
  elder.call('requestHomeVisit', { params: RAOSAI, body: aVisit(changes) })

export const tryRequest = (client: Client, changes: object = {}, headers?: Record<string, string>) =>
  client.attempt('requestHomeVisit', { params: RAOSAI, body: { ...aVisit(), ...changes } }, headers)

export const proofOf = (client: Client, headers?: Record<string, string>): Promise<Proof> =>
  client.call('getProofOfLife', { params: RAOSAI }, headers)

/** The card that somebody holds; throws when they wait for nobody. */
export const cardOf = async (elder: Client): Promise<Card> => {
  const { visit } = await proofOf(elder)
  if (!visit) throw new Error('no visit is waited for')
  return visit
}

export const onVisit = ({ id }: { id: string }) => ({ ...RAOSAI, visitId: id })

interface Stop {
  id: string
  version?: number
  from?: number | null
  until?: number | null
}

/** The version of a visit as the database has it: a page has it from the list it looks at. */
export const versionOf = async (server: TestServer, id: string): Promise<number> => {
  const [row] = await server.sql<{ version: number }>('select version from home_visit where id = $1', [id])
  return row?.version ?? 0
}

export const tryPlan = async (
  server: TestServer,
  planner: Client,
  { on = TUESDAY, visitor }: { on?: string; visitor: Pick<Client, 'personId'> },
  stops: readonly Stop[],
) => {
  const visits = await Promise.all(
    stops.map(async ({ id, version, from, until }) => ({
      visitId: id,
      version: version ?? (await versionOf(server, id)),
      from: from ?? 600,
      until: until ?? 720,
    })),
  )
  const params = { ...RAOSAI, on, visitorId: visitor.personId }
  return planner.attempt('planVisitRound', { params, body: { visits } })
}

export const plan = async (...args: Parameters<typeof tryPlan>): Promise<Round> => {
  const answer = await tryPlan(...args)
  if (answer.status !== 200) throw new Error(`planVisitRound answered ${answer.text}`)
  return answer.body as Round // The status is that of the contract, whose own test checks the shape.
}

export const roundsOf = async (client: Client, query: { on?: string; days?: number } = {}): Promise<Round[]> =>
  (await client.call('listVisitRounds', { params: RAOSAI, query: { on: MONDAY, days: 14, ...query } })).items

export const visitsIn = (rounds: readonly Round[]): Seen[] =>
  rounds.flatMap(({ courtyards }) => courtyards.flatMap(({ visits }) => visits))

export const tryToRecord = (
  client: Client,
  card: { id: string },
  outcome: VisitOutcome,
  changes: object = {},
  headers = {},
) => client.attempt('recordVisitOutcome', { params: onVisit(card), body: { outcome, ...changes } }, headers)

export const record = (client: Client, card: { id: string }, outcome: VisitOutcome, changes: object = {}) =>
  client.call('recordVisitOutcome', { params: onVisit(card), body: { outcome, ...changes } })

export const stateOf = async (server: TestServer, { id }: { id: string }): Promise<VisitState | undefined> => {
  const [row] = await server.sql<{ state: VisitState }>('select state from home_visit where id = $1', [id])
  return row?.state
}

/** An elder to whom the visitor goes on Tuesday, from ten to twelve. */
export const plannedFor = async (server: TestServer, people: Visits, changes: Partial<Request> = {}) => {
  const elder = await anElder(server)
  await request(elder, changes)
  const { id } = await cardOf(elder)
  const [round] = await roundsOf(people.planner, { on: TUESDAY, days: 1 })
  const others = visitsIn(round?.visitor.id === people.visitor.personId ? [round] : [])
  await plan(server, people.planner, { visitor: people.visitor }, [
    ...others.map(({ id: other }) => ({ id: other })),
    { id },
  ])
  return { elder, card: await cardOf(elder) }
}
