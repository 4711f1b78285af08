import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Answer, Client, Loose, OperationName } from '../test/client.ts'
import { addPerson, addressOfItem, itemFor, make, personIdOf, type Receipt, report } from '../test/factories.ts'
import { startTestServer, type TestServer } from '../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }
const CELL = { gridCellId: 'raosai-1' }
/** Words that only the people of an item may read, and a name that nobody may read in full. */
const DESCRIPTION = 'MARK-DESCRIPTION'
const RETURN_NOTE = 'MARK-RETURN-NOTE'
const RESOLVE_NOTE = 'MARK-RESOLVE-NOTE'
const COMMENT = 'MARK-COMMENT'
const FULL_NAME = '示范全名甲'

let server: TestServer
let callers: Record<string, () => Promise<Client>>
let reporterId: string
let planted: Receipt
let unrated: Receipt
/** Numbers, issue ids and item ids of everything planted. */
const plantedIds: string[] = []

const STAFF = ['grid worker', 'grid leader', 'community staff']
const INSIDERS = ['reporter', ...STAFF]

/** Only demonstration people can sign in as yet, and only other people's names are masked. */
const signInReporter = async (): Promise<Client> => {
  await server.sql('update person set is_demo = true where id = $1', [reporterId])
  const client = await server.signIn(reporterId)
  await server.sql('update person set is_demo = false where id = $1', [reporterId])
  return client
}

const plant = async (isRated: boolean): Promise<Receipt> => {
  const [reporter, worker] = await Promise.all([callers['reporter']?.(), callers['grid worker']?.()])
  if (!reporter || !worker) throw new Error('the callers are not there')
  const receipt = await report(reporter, { description: DESCRIPTION })
  plantedIds.push(receipt.receiptNumber, receipt.id, receipt.workItemId)
  const params = addressOfItem(receipt)
  await make(worker, receipt, 'claim')
  const move = async (body: { move: 'return' | 'resolve'; note: string }) => {
    const { version } = await itemFor(worker, receipt)
    await worker.call('moveWorkItem', { params, body: { ...body, version } })
  }
  await move({ move: 'return', note: RETURN_NOTE })
  await make(worker, receipt, 'claim')
  await move({ move: 'resolve', note: RESOLVE_NOTE })
  if (!isRated) return receipt
  await reporter.call('rateWorkItem', { params, body: { solved: true, satisfaction: 4, comment: COMMENT } })
  return receipt
}

beforeAll(async () => {
  // As in production, where answers are sent as the handlers made them, without the contract cutting anything off.
  server = await startTestServer({ NODE_ENV: 'production' })
  reporterId = await addPerson(server, 'resident', COMMUNITY, { name: FULL_NAME })
  const as = (id: string) => () => server.signIn(id)
  const demo = (...who: Parameters<typeof personIdOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    as(personIdOf(server, ...who))
  callers = {
    reporter: signInReporter,
    neighbour: demo('resident', COMMUNITY),
    'resident elsewhere': demo('resident', { communityId: 'cisongtang' }),
    'grid worker': demo('grid_worker', CELL),
    'worker of the next cell': demo('grid_worker', { gridCellId: 'raosai-2' }),
    'grid leader': demo('grid_leader', CELL),
    'community staff': demo('community_staff', COMMUNITY),
    'staff elsewhere': demo('community_staff', { communityId: 'cisongtang' }),
    subdistrict: demo('subdistrict_staff', { unitId: 'bakuo-subdistrict' }),
    'other subdistrict': demo('subdistrict_staff', { unitId: 'niangre-subdistrict' }),
    department: demo('department_staff', { unitId: 'municipal-works' }),
    'mediation committee': demo('mediation_committee', COMMUNITY),
    mediator: demo('mediator', COMMUNITY),
    kitchen: demo('kitchen', COMMUNITY),
    'childcare worker': demo('childcare_worker', COMMUNITY),
    'visiting worker': demo('visiting_worker', CELL),
    admin: demo('admin'),
    nobody: () => Promise.resolve(server.anonymous),
  }
  planted = await plant(true)
  unrated = await plant(false)
  await vi.waitFor(
    async () => {
      const { items } = await (await signInReporter()).call('listInbox')
      if (items.filter(({ kind }) => kind === 'receipt').length < 2) throw new Error('the receipts are under way')
    },
    { timeout: 10_000, interval: 100 },
  )
})
afterAll(() => server.stop())

type Marks = readonly string[] | undefined

interface Row {
  /** A call that is valid for whoever is permitted. */
  input(caller: Client): Promise<Loose> | Loose
  /** What this caller must be shown; undefined for whoever must see nothing that was planted. */
  sees?(name: string): Marks
}

const isStaff = (name: string) => STAFF.includes(name)
const toReporter = (name: string): Marks => (name === 'reporter' ? [planted.receiptNumber] : undefined)
const toStaff = (name: string): Marks => (isStaff(name) ? [planted.receiptNumber] : undefined)
const toInsiders =
  (...marks: string[]) =>
  (name: string): Marks =>
    INSIDERS.includes(name) ? [...marks, ...(isStaff(name) ? [RETURN_NOTE] : [])] : undefined

const messageOfReporter = async (): Promise<string> => {
  const { items } = await (await signInReporter()).call('listInbox', { query: { limit: 50 } })
  return items.find(({ workItemId, kind }) => workItemId === planted.workItemId && kind === 'receipt')?.id ?? ''
}

/** A move changes what the next caller would meet, so each who may move gets an item of their own. */
const freshItemFor = async (caller: Client) => {
  const canSee = (await caller.attempt('getWorkItem', { params: addressOfItem(planted) })).status === 200
  return itemFor(await signInReporter(), canSee ? await plant(true) : planted)
}

const aMove = async (caller: Client): Promise<Loose> => {
  const { id, version } = await freshItemFor(caller)
  const reopen = { move: 'reopen', version, note: '还没好' }
  const body = caller.personId === reporterId ? reopen : { move: 'close', version }
  return { params: { ...COMMUNITY, workItemId: id }, body }
}

const SMALL_SQUARE = { serviceCode: 'other', description: '别的事', placeId: 'raosai-small-square' }
const nothing: Row = { input: () => ({}) }
const ROWS: Record<OperationName, Row> = {
  listCommunities: nothing,
  getCommunity: { input: () => ({ params: COMMUNITY }) },
  listDemoPeople: nothing,
  startDemoSession: { input: () => ({ body: { personId: personIdOf(server, 'resident') } }) },
  getMe: nothing,
  endSession: nothing,
  endAllSessions: nothing,
  reportIssue: { input: () => ({ params: COMMUNITY, body: SMALL_SQUARE }) },
  listPublicIssues: { input: () => ({ params: COMMUNITY }) },
  getIssue: {
    input: () => ({ params: { ...COMMUNITY, issueId: planted.id } }),
    sees: toInsiders(DESCRIPTION, RESOLVE_NOTE, COMMENT),
  },
  listMyItems: { input: () => ({ query: { limit: 50 } }), sees: toReporter },
  listMyQueues: nothing,
  listQueueItems: {
    input: () => ({ params: { queueId: 'raosai-grid-1' }, query: { view: 'resolved' } }),
    sees: toStaff,
  },
  getWorkItem: { input: () => ({ params: addressOfItem(planted) }), sees: toInsiders(RESOLVE_NOTE, COMMENT) },
  moveWorkItem: { input: aMove, sees: toInsiders(RESOLVE_NOTE) },
  rateWorkItem: {
    input: () => ({ params: addressOfItem(unrated), body: { solved: true, satisfaction: 5 } }),
    sees: (name) => (name === 'reporter' ? [RESOLVE_NOTE] : undefined),
  },
  listInbox: { input: () => ({ query: { limit: 50 } }), sees: toReporter },
  markInboxMessageRead: {
    input: async () => ({ params: { messageId: await messageOfReporter() } }),
    sees: toReporter,
  },
}

const isOperation = (name: string): name is OperationName => name in ROWS

const seenIn = ({ text, headers }: Answer): string[] => {
  const whole = text + JSON.stringify([...headers])
  return [DESCRIPTION, RETURN_NOTE, RESOLVE_NOTE, COMMENT, ...plantedIds].filter((secret) => whole.includes(secret))
}

test('every operation of the OpenAPI document has a row', async () => {
  const { text } = await server.send('/api/openapi.json')
  const operations = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name ?? '')
  expect(operations.toSorted()).toEqual(Object.keys(ROWS).toSorted())
})

describe.each(Object.keys(ROWS).filter(isOperation))('%s', (operation) => {
  test('answers each person what they may know and nothing else', async () => {
    const { input, sees } = ROWS[operation]
    for (const [name, signIn] of Object.entries(callers)) {
      const caller = await signIn()
      const answer = await caller.attempt(operation, await input(caller))
      const seen = seenIn(answer)
      const marks = sees?.(name)
      const missing = marks?.filter((mark) => !seen.includes(mark)) ?? []
      const leaked = marks === undefined ? seen : seen.filter((mark) => mark === RETURN_NOTE && !isStaff(name))
      expect({ name, missing, leaked }).toEqual({ name, missing: [], leaked: [] })
      // A refusal shows nothing either: whoever is permitted must really have been answered.
      expect([name, marks === undefined || answer.status < 300]).toEqual([name, true])
      const isOwnName = operation === 'getMe' && name === 'reporter'
      expect([name, answer.text.includes(FULL_NAME)]).toEqual([name, isOwnName])
    }
  })
})

test.each(['/metrics', '/healthz', '/readyz', '/api/openapi.json'])('%s says nothing about anybody', async (path) => {
  const answer = await server.send(path)
  expect(answer.status).toBe(200)
  expect(seenIn(answer)).toEqual([])
})
