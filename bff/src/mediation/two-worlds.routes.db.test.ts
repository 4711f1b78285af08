import type { Side } from '@little-bench/shared/mediation/kinds'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Client, Loose, OperationName } from '../../test/client.ts'
import {
  type CaseParams,
  codeFor,
  invited,
  type Mediation,
  move,
  openOnPaper,
  request,
  signInToMediation,
} from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
/** Cases of other people, which make a mediator busy. */
let fillers: string[]

const CARDS = 5
const MOST_BUSY = 2

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  fillers = []
  for (let n = 0; n < CARDS * MOST_BUSY; n++) fillers.push((await request(people.applicant, [])).caseId)
})
afterAll(() => server.stop())

/** What both sides do, by numbers of cards. What the other side ticks is all in which two worlds differ. */
interface Ticks {
  first: readonly number[]
  second: readonly number[]
}
interface Circumstances {
  onLeave: readonly number[]
  /** Open cases of each card. */
  load: readonly number[]
  /** Whether the side that looks ticks before the other one in the second round. */
  looksFirst: boolean
}

const some = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat({ max: CARDS - 1 }), { minLength, maxLength })
// Few, so that often nobody is trusted by both.
const ticks: fc.Arbitrary<Ticks> = fc.record({ first: some(0, 3), second: some(1, 2) })
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  onLeave: fc.uniqueArray(fc.nat({ max: CARDS - 1 }), { maxLength: 2 }),
  load: fc.array(fc.nat({ max: MOST_BUSY }), { minLength: CARDS, maxLength: CARDS }),
  looksFirst: fc.boolean(),
})

const card = (index: number): string => people.cards[index] ?? ''
const cardsOf = (indexes: readonly number[]): string[] => indexes.map(card)
/** Whoever is on leave cannot be ticked any more; somebody always can. */
const tickable = (indexes: readonly number[], { onLeave }: Circumstances): number[] => {
  const left = indexes.filter((index) => !onLeave.includes(index))
  return left.length > 0 ? left : [0, 1, 2].filter((index) => !onLeave.includes(index)).slice(0, 1)
}

/** The published rule, written once more: of those whom both trust and who are here, the least busy, then the oldest card. */
const byTheRule = (one: readonly number[], other: readonly number[], { onLeave, load }: Circumstances): number[] =>
  [...new Set(one)]
    .filter((index) => other.includes(index) && !onLeave.includes(index))
    .toSorted((a, b) => (load[a] ?? 0) - (load[b] ?? 0) || a - b)

const makeSo = async ({ onLeave, load }: Circumstances): Promise<void> => {
  await server.sql('update mediator set is_on_leave = (id = any($1))', [cardsOf(onLeave)])
  const busy = load.flatMap((cases, index) => Array.from({ length: cases }, () => card(index)))
  await server.sql(
    `update mediation_case kept set mediator_id = filler.mediator_id,
       state = case when filler.mediator_id is null then 'requested' else 'in_session' end
     from unnest($1::uuid[], $2::uuid[]) as filler (id, mediator_id) where kept.id = filler.id`,
    [fillers, fillers.map((_id, index) => busy[index] ?? null)],
  )
}

const ALL: OperationName[] = ['getMediationCase', 'listMyCases', 'listCaseThreads', 'listCaseReads', 'listMediators']
const WITH_ACCOUNT: OperationName[] = ['getWorkItem', 'listMyItems', 'listMyBookings', 'getMe']

interface World {
  params: CaseParams
  sides: Record<Side, Client>
}

/** Ids and numbers differ between two worlds; which card is named must not. */
const plain = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{21}/g, (id) => (people.cards.includes(id) ? id : '-'.repeat(36)))
    .replace(/RS-\d+-\d+/g, (number) => '#'.repeat(number.length))

const OF_THE_CALL = ['date', 'x-request-id', 'etag']
const shown = ({ status, headers, text }: Answer): string => {
  const rest = [...headers].filter(([name]) => !OF_THE_CALL.includes(name))
  return JSON.stringify([status, rest, plain(text)])
}

/** All that one side can learn: every answer with its size and headers, and what it was told. */
const everythingFor = async (side: Side, { params, sides }: World): Promise<string[]> => {
  const client = sides[side]
  const [row] = await server.sql<{ work_item_id: string; person_id: string }>(
    `select work_item_id, person_id from mediation_case kept
     join case_party party on party.case_id = kept.id and party.side = $2 where kept.id = $1`,
    [params.caseId, side],
  )
  const input: Loose = { params: { ...params, workItemId: row?.work_item_id ?? '' } }
  const answers: string[] = []
  for (const name of [...ALL, ...(side === 'applicant' ? WITH_ACCOUNT : [])]) {
    answers.push(name, shown(await client.attempt(name, input)))
  }
  // As they were sent: when they arrive is nothing that anybody decides.
  const told = await server.sql<{ kind: string; details: object }>(
    "select data->>'kind' as kind, data->'details' as details from pgboss.job where data->>'personId' = $1",
    [row?.person_id],
  )
  return [...answers, ...told.map((notice) => JSON.stringify(notice)).toSorted()]
}

const askedIn = async ({ params }: World): Promise<string | null> => {
  const [row] = await server.sql<{ mediator_id: string | null }>(
    'select mediator_id from mediation_case where id = $1',
    [params.caseId],
  )
  return row?.mediator_id ?? null
}

/** What may be seen of both together: that somebody is asked, or that both tick once more. */
type Step = 'asked' | 'again' | 'nobody'

interface Walk {
  /** What the side that looks has seen at each step, and by which steps it came there. */
  seen: { steps: Step[]; everything: string[] }[]
}

/** Goes the whole way with these ticks and checks every offer on it. */
const walk = async (looking: Side, own: Ticks, hidden: Ticks, at: Circumstances): Promise<Walk> => {
  const bySide = { [looking]: own, [looking === 'applicant' ? 'respondent' : 'applicant']: hidden } as Record<
    Side,
    Ticks
  >
  const { applicant: asking, respondent: asked } = bySide
  // Nobody is on leave yet when the request is written.
  await makeSo({ ...at, onLeave: [] })
  const applicant = await people.newResident('示范申请人')
  const params = await invited({ ...people, applicant }, cardsOf(asking.first))
  const respondent = await openOnPaper(server, await codeFor(people.committee, params))
  const world: World = { params, sides: { applicant, respondent } }
  const seen: Walk['seen'] = []
  const steps: Step[] = []
  const look = async () => seen.push({ steps: [...steps], everything: await everythingFor(looking, world) })
  await look()
  await makeSo(at)
  const joining = asked.first.filter((index) => !at.onLeave.includes(index))
  const joined = await respondent.attempt('answerInvitation', {
    params: { ...params },
    body: { accept: true, trustedMediatorIds: cardsOf(joining) },
  })
  let offers = byTheRule(asking.first, joining, at)
  steps.push(offers.length > 0 ? 'asked' : 'again')
  if (looking === 'respondent') seen.push({ steps: [...steps], everything: [shown(joined)] })
  await look()
  if (offers.length === 0) {
    const again = { applicant: tickable(asking.second, at), respondent: tickable(asked.second, at) }
    const order: Side[] =
      (looking === 'applicant') === at.looksFirst ? ['applicant', 'respondent'] : ['respondent', 'applicant']
    for (const side of order) {
      if (side === order[1]) {
        offers = byTheRule([...asking.first, ...again.applicant], [...joining, ...again.respondent], at)
        steps.push(offers.length > 0 ? 'asked' : 'nobody')
      }
      const answer = await world.sides[side].attempt('chooseMediators', {
        params: { ...params },
        body: { trustedMediatorIds: cardsOf(again[side]) },
      })
      expect(answer.status).toBe(200)
      if (side === looking) seen.push({ steps: [...steps], everything: [shown(answer)] })
      await look()
      // That the other side has ticked is not seen while nothing comes of it.
      const isUnseen = side === order[0] || steps.at(-1) === 'nobody'
      if (side !== looking && isUnseen) expect(seen.at(-1)?.everything).toEqual(seen.at(-2)?.everything)
    }
  }
  // One at a time, in the order of the rule; whoever steps back leaves no trace while there is a next one.
  for (const [index, offer] of offers.entries()) {
    expect(await askedIn(world)).toBe(card(offer))
    if (index > 0) await look()
    if (index < offers.length - 1) await move(people.mediatorOf(card(offer)), params, 'recuse', { reason: '有事。' })
  }
  if (offers.length === 0) expect(await askedIn(world)).toBeNull()
  await move(applicant, params, 'withdraw')
  return { seen }
}

const CALM: Circumstances = { onLeave: [], load: [0, 0, 0, 0, 0], looksFirst: true }
/** Ways that are always gone: nobody twice, different people in a different order, somebody in the second round alone. */
const EXAMPLES: [Side, Ticks, Ticks, Ticks, Circumstances][] = [
  [
    'applicant',
    { first: [0], second: [0] },
    { first: [1], second: [1] },
    { first: [2, 3], second: [4] },
    { ...CALM, looksFirst: false },
  ],
  ['respondent', { first: [0], second: [0] }, { first: [1], second: [1] }, { first: [2, 3], second: [4] }, CALM],
  [
    'applicant',
    { first: [0, 1, 2], second: [0] },
    { first: [0, 1, 2], second: [0] },
    { first: [0], second: [0] },
    { ...CALM, load: [2, 1, 0, 0, 0] },
  ],
  [
    'respondent',
    { first: [0], second: [1] },
    { first: [2], second: [0, 1] },
    { first: [3], second: [1] },
    { ...CALM, onLeave: [0], looksFirst: false },
  ],
]

test('two worlds that differ only in what the other side ticks are the same to whoever looks, until somebody is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Side>('applicant', 'respondent'),
      ticks,
      ticks,
      ticks,
      circumstances,
      async (looking, own, one, another, at) => {
        const [here, there] = [await walk(looking, own, one, at), await walk(looking, own, another, at)]
        for (const [index, { steps, everything }] of here.seen.entries()) {
          const other = there.seen[index]
          // From where one is asked and the other is not, they are two different stories.
          if (!other || steps.join() !== other.steps.join()) break
          expect(everything).toEqual(other.everything)
        }
      },
    ),
    { numRuns: 10, endOnFailure: true, examples: EXAMPLES },
  )
  await server.sql('update mediator set is_on_leave = false')
}, 120_000)
