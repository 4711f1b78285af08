import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPerson,
  addressOfItem,
  aReport,
  itemFor,
  itemIn,
  make,
  type Raosai,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_unused, index) => work(index)))
/** So many at once, until there are enough. */
const inTurns = async <Result>(count: number, atOnce: number, work: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  while (results.length < count) results.push(...(await times(Math.min(atOnce, count - results.length), work)))
  return results
}
const countOf = async (table: string): Promise<number> => {
  const [row] = await server.sql<{ count: string }>(`select count(*) from ${table}`)
  return Number(row?.count)
}

test('of sixteen workers who claim one item at once exactly one gets it', async () => {
  const receipt = await report(people.resident)
  const { version } = await itemFor(people.worker, receipt)
  const claimants = [people.worker, people.leader, people.staff]
  const answers = await times(16, async (index) =>
    (claimants[index % 3] ?? people.worker).attempt('moveWorkItem', {
      params: addressOfItem(receipt),
      body: { move: 'claim', version },
    }),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const losers = answers.filter(({ status }) => status !== 200)
  expect(losers.filter(({ code }) => code !== 'stale_version' && code !== 'move_not_allowed')).toEqual([])
  const item = await itemFor(people.worker, receipt)
  expect(item.timeline.filter(({ kind }) => kind === 'claimed')).toHaveLength(1)
  expect(item.version).toBe(version + 1)
})

test('of 500 items that 32 workers claim at once each has exactly one of them, and nobody is told so in vain', async () => {
  const receipts = await inTurns(500, 25, () => report(people.neighbour))
  const workerIds = await times(30, () => addPerson(server, 'grid_worker', { gridCellId: 'raosai-1' }))
  const workers = [people.worker, people.leader, ...(await Promise.all(workerIds.map((id) => server.signIn(id))))]
  const won = new Map<string, string[]>()
  const refusals = new Set<string | undefined>()
  await Promise.all(
    workers.map(async (worker, start) => {
      // Four begin at each of eight places and go through all that is left, so that several meet at every item.
      const first = (start >> 2) * 62
      for (let step = first; step < first + receipts.length; step += 1) {
        const receipt = receipts[step % receipts.length]
        if (!receipt || won.has(receipt.workItemId)) continue
        const body = { move: 'claim', version: 1 }
        const answer = await worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
        if (answer.status === 200)
          won.set(receipt.workItemId, [...(won.get(receipt.workItemId) ?? []), worker.personId])
        else refusals.add(answer.code)
      }
    }),
  )
  expect([...refusals].filter((code) => code !== 'stale_version')).toEqual([])
  const ids = receipts.map(({ workItemId }) => workItemId)
  const stored = await server.sql<{ id: string; assignee_id: string; claims: string }>(
    `select id, assignee_id, (select count(*) from work_item_event where work_item_id = item.id and kind = 'claimed') as claims
     from work_item item where id = any($1)`,
    [ids],
  )
  expect(stored.map(({ claims }) => claims)).toEqual(ids.map(() => '1'))
  expect(stored.map(({ id }) => won.get(id))).toEqual(stored.map(({ assignee_id: holder }) => [holder]))
}, 120_000)

test('a report sent many times at once under one key is one issue with one answer', async () => {
  const before = await countOf('issue')
  const answers = await times(12, () =>
    people.resident.attempt(
      'reportIssue',
      { params: { communityId: 'raosai' }, body: aReport() },
      { 'Idempotency-Key': 'the-same-draft-1' },
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await countOf('issue')).toBe(before + 1)
})

test('a move repeated under one key answers the same and is made once', async () => {
  const receipt = await report(people.resident)
  const { version } = await itemFor(people.worker, receipt)
  const claim = () =>
    people.worker.attempt(
      'moveWorkItem',
      { params: addressOfItem(receipt), body: { move: 'claim', version } },
      { 'Idempotency-Key': 'claim-once-0001' },
    )
  const first = await claim()
  const second = await claim()
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  expect((await itemFor(people.worker, receipt)).version).toBe(version + 1)
})

test('two people may use the same key without meeting', async () => {
  const [mine, theirs] = await Promise.all(
    [people.resident, people.neighbour].map((client) =>
      client.call(
        'reportIssue',
        { params: { communityId: 'raosai' }, body: aReport() },
        { 'Idempotency-Key': 'draft-0000001' },
      ),
    ),
  )
  expect(mine?.id).not.toBe(theirs?.id)
})

test('a key used for one thing is refused for another, and nothing is written', async () => {
  const headers = { 'Idempotency-Key': 'reused-key-0001' }
  const params = { communityId: 'raosai' }
  await people.resident.call('reportIssue', { params, body: aReport() }, headers)
  const before = await countOf('issue')
  const other = await people.resident.attempt(
    'reportIssue',
    { params, body: aReport({ description: '别的事' }) },
    headers,
  )
  expect([other.status, other.code]).toEqual([409, 'idempotency_key_reused'])
  const elsewhere = await people.resident.attempt(
    'reportIssue',
    { params: { communityId: 'cisongtang' }, body: aReport({ placeId: 'cisongtang-courtyard-1' }) },
    headers,
  )
  expect(elsewhere.code).toBe('idempotency_key_reused')
  expect(await countOf('issue')).toBe(before)
})

test('a refused report does not use up its key', async () => {
  const headers = { 'Idempotency-Key': 'refused-then-sent' }
  const params = { communityId: 'raosai' }
  const refused = await people.resident.attempt(
    'reportIssue',
    { params, body: aReport({ serviceCode: 'no_such' }) },
    headers,
  )
  expect(refused.code).toBe('unknown_service')
  const sent = await people.resident.attempt('reportIssue', { params, body: aReport() }, headers)
  expect(sent.status).toBe(201)
})

test('of many ratings sent at once exactly one counts', async () => {
  const receipt = await itemIn(people, 'resolved')
  const answers = await times(8, (index) =>
    people.resident.attempt('rateWorkItem', {
      params: addressOfItem(receipt),
      body: { solved: true, satisfaction: (index % 5) + 1 },
    }),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status !== 201).map(({ code }) => code)).toEqual(Array(7).fill('already_rated'))
})

test('while a resident rates and a lead reopens, every event follows the one before it', async () => {
  for (let round = 0; round < 6; round += 1) {
    const receipt = await itemIn(people, 'resolved')
    await Promise.all([
      make(people.leader, receipt, 'reopen'),
      people.resident.attempt('rateWorkItem', {
        params: addressOfItem(receipt),
        body: { solved: false, satisfaction: 1 },
      }),
    ])
    const { timeline } = await itemFor(people.leader, receipt)
    expect(timeline.slice(1).map(({ from }) => from)).toEqual(timeline.slice(0, -1).map(({ to }) => to))
  }
})

test('an event can neither be changed nor removed', async () => {
  await report(people.resident)
  await expect(server.sql("update work_item_event set kind = 'closed'")).rejects.toThrow('append-only')
  await expect(server.sql('delete from work_item_event')).rejects.toThrow('append-only')
  await expect(server.sql('truncate work_item_event')).rejects.toThrow('append-only')
})
