import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { untilDelivered } from '../../test/desk.ts'
import { addPerson, itemFor, make, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { actingFor, giveTo, liveTogether } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
const addressOf = ({ id }: Receipt) => ({ params: { ...COMMUNITY, issueId: id } })
const newResident = async () => server.signIn(await addPerson(server, 'resident', COMMUNITY))
const reportPublicly = (client: Client = people.resident) => report(client, { visibility: 'public' })
const endorse = (client: Client, receipt: Receipt) => client.call('endorseIssue', addressOf(receipt))
const refusal = async (client: Client, receipt: Receipt) =>
  (await client.attempt('endorseIssue', addressOf(receipt))).code
const issueFor = (client: Client, receipt: Receipt) => client.call('getIssue', addressOf(receipt))
const noticesOf = async (client: Client): Promise<string[]> => {
  await untilDelivered(server)
  return (await client.call('listInbox', { query: { limit: 50 } })).items.map(({ kind }) => kind).toReversed()
}

test('a neighbour says 我也一样 once, sees that it counts, and can take it back', async () => {
  const receipt = await reportPublicly()
  expect(await issueFor(people.neighbour, receipt)).toMatchObject({ endorsements: 0, canEndorse: true })
  expect(await endorse(people.neighbour, receipt)).toEqual({ endorsements: 1, isEndorsed: true })
  expect(await endorse(people.neighbour, receipt)).toEqual({ endorsements: 1, isEndorsed: true })
  const seen = await issueFor(people.neighbour, receipt)
  expect(seen).toMatchObject({ endorsements: 1, canEndorse: false, isEndorsed: true })
  const back = await people.neighbour.call('withdrawEndorsement', addressOf(receipt))
  expect(back).toEqual({ endorsements: 0, isEndorsed: false })
  expect((await issueFor(people.neighbour, receipt)).canEndorse).toBe(true)
})

test('a household counts once, whoever of it says so', async () => {
  const [mother, daughter] = [await newResident(), await newResident()]
  await liveTogether(server, mother, daughter)
  const receipt = await reportPublicly()
  expect(await endorse(mother, receipt)).toEqual({ endorsements: 1, isEndorsed: true })
  expect(await issueFor(daughter, receipt)).toMatchObject({ isEndorsed: true, canEndorse: false })
  expect(await endorse(daughter, receipt)).toEqual({ endorsements: 1, isEndorsed: true })
  expect(await daughter.call('withdrawEndorsement', addressOf(receipt))).toEqual({ endorsements: 0, isEndorsed: false })
  expect((await issueFor(mother, receipt)).isEndorsed).toBe(false)
})

test('two who said so and moved together later count once from the next one on', async () => {
  const [first, second, third] = [await newResident(), await newResident(), await newResident()]
  const receipt = await reportPublicly()
  await endorse(first, receipt)
  expect((await endorse(second, receipt)).endorsements).toBe(2)
  await liveTogether(server, first, second)
  expect((await endorse(third, receipt)).endorsements).toBe(2)
  expect((await first.call('withdrawEndorsement', addressOf(receipt))).endorsements).toBe(1)
})

test('two of a household at the same moment count once, and so do ten neighbours each', async () => {
  const [mother, daughter] = [await newResident(), await newResident()]
  await liveTogether(server, mother, daughter)
  const neighbours = await Promise.all(Array.from({ length: 10 }, newResident))
  const receipt = await reportPublicly()
  await Promise.all([mother, daughter, ...neighbours].map((client) => endorse(client, receipt)))
  expect((await issueFor(server.anonymous, receipt)).endorsements).toBe(11)
})

test('nobody endorses what they or their household reported, what is over, or what they may not see', async () => {
  const housemate = await newResident()
  const reporter = await newResident()
  await liveTogether(server, reporter, housemate)
  const own = await reportPublicly(reporter)
  expect([await refusal(reporter, own), await refusal(housemate, own)]).toEqual(['own_issue', 'own_issue'])
  expect((await issueFor(housemate, own)).canEndorse).toBe(false)

  const closed = await reportPublicly()
  await make(people.leader, closed, 'close')
  expect(await refusal(people.neighbour, closed)).toBe('not_endorsable')
  expect((await issueFor(people.neighbour, closed)).canEndorse).toBe(false)

  const withdrawn = await reportPublicly()
  await make(people.resident, withdrawn, 'withdraw')
  const hidden = await report(people.resident)
  for (const receipt of [withdrawn, hidden]) expect(await refusal(people.neighbour, receipt)).toBe('not_found')
  expect(await refusal(people.worker, await reportPublicly())).toBe('forbidden')
})

test('who acts for somebody endorses for their household, and the act names nobody’s item', async () => {
  const [mother, daughter] = [await newResident(), await newResident()]
  await giveTo(daughter, mother)
  const receipt = await reportPublicly()
  await daughter.call('endorseIssue', addressOf(receipt), actingFor(mother))
  expect((await issueFor(mother, receipt)).isEndorsed).toBe(true)
  expect((await issueFor(daughter, receipt)).isEndorsed).toBe(false)
  for (const client of [await newResident(), await newResident()]) await endorse(client, receipt)
  const acts = await mother.call('listProxyActs', { query: {} })
  expect(acts.items.map(({ said }) => said)).toEqual(['附议了一件事'])
  expect(JSON.stringify(acts)).not.toContain(receipt.receiptNumber)
})

test('whoever said so is told how it goes on, without number, name or words, and not after taking it back', async () => {
  const [follower, former] = [await newResident(), await newResident()]
  const receipt = await reportPublicly()
  for (const client of [follower, former]) await endorse(client, receipt)
  await former.call('withdrawEndorsement', addressOf(receipt))
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'ask_resident')
  await make(people.resident, receipt, 'answer')
  await make(people.worker, receipt, 'resolve')
  await make(people.resident, receipt, 'reopen')
  await make(people.leader, receipt, 'close')
  expect(await noticesOf(follower)).toEqual([
    'endorsed_accepted',
    'endorsed_resolved',
    'endorsed_reopened',
    'endorsed_closed',
  ])
  expect(await noticesOf(former)).toEqual([])
  const { items } = await follower.call('listInbox', { query: { limit: 50 } })
  expect(items[0]).toMatchObject({ workItemId: null, subjectId: receipt.id })
  expect(JSON.stringify(items)).not.toContain(receipt.receiptNumber)
  expect(JSON.stringify(items)).not.toContain('说明一下情况')
})

test('three hundred who said so are told by one job, and once even if it runs again', async () => {
  const receipt = await reportPublicly()
  await server.sql(
    `with neighbour as (
       insert into person (id, name, is_demo, created_at) select uuidv7(), '示范居民', true, now() from generate_series(1, 300)
       returning id)
     insert into issue_endorsement select 'raosai', $1, id, now() from neighbour`,
    [receipt.id],
  )
  await endorse(await newResident(), receipt)
  await make(people.worker, receipt, 'claim')
  const told = async () => {
    await untilDelivered(server)
    const rows = await server.sql<{ people: string; messages: string }>(
      'select count(distinct person_id) as people, count(*) as messages from inbox_message where subject_id = $1 and kind = $2',
      [receipt.id, 'endorsed_accepted'],
    )
    return rows[0]
  }
  expect(await told()).toEqual({ people: '301', messages: '301' })
  const again = await server.sql(
    `update pgboss.job set state = 'retry', start_after = now(), completed_on = null
     where name = 'deliver-notice-to-all' and data ->> 'subjectId' = $1 returning id`,
    [receipt.id],
  )
  expect(again).toHaveLength(1)
  expect(await told()).toEqual({ people: '301', messages: '301' })
})

test('nobody is told any more of what became a matter of its reporter alone', async () => {
  const follower = await newResident()
  const receipt = await report(people.resident, { visibility: 'public', serviceCode: 'other' })
  await endorse(follower, receipt)
  await make(people.staff, receipt, 'recategorise', { serviceCode: 'neighbour_dispute' })
  await make(people.staff, receipt, 'claim')
  expect(await noticesOf(follower)).toEqual([])
  expect(await refusal(await newResident(), receipt)).toBe('not_found')
})

test('three households raise an item in its queue, staff see why, and it falls back with them', async () => {
  const [usual, raised] = [await report(people.resident), await reportPublicly()]
  const neighbours = await Promise.all(Array.from({ length: 3 }, newResident))
  const order = async () => {
    const { items } = await people.worker.call('listQueueItems', {
      params: { queueId: 'raosai-grid-1' },
      query: { view: 'unclaimed', limit: 50 },
    })
    return items.map(({ id }) => id).filter((id) => [usual, raised].some(({ workItemId }) => workItemId === id))
  }
  const before = await itemFor(people.worker, raised)
  expect(await order()).toEqual([usual.workItemId, raised.workItemId])
  for (const client of neighbours) await endorse(client, raised)
  const after = await itemFor(people.worker, raised)
  expect(after.priority).toBe(before.priority + 1)
  expect(after.version).toBe(before.version)
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'raised', isBySystem: true })
  expect((await itemFor(people.resident, raised)).timeline.map(({ kind }) => kind)).not.toContain('raised')
  expect(await order()).toEqual([raised.workItemId, usual.workItemId])
  await neighbours[0]?.call('withdrawEndorsement', addressOf(raised))
  expect((await itemFor(people.worker, raised)).priority).toBe(before.priority)
  expect(await order()).toEqual([usual.workItemId, raised.workItemId])
})

test('an item that was closed while its neighbours took it back is not raised when it is reopened', async () => {
  const receipt = await reportPublicly()
  const neighbours = await Promise.all(Array.from({ length: 3 }, newResident))
  for (const client of neighbours) await endorse(client, receipt)
  const { priority } = await itemFor(people.worker, receipt)
  await make(people.leader, receipt, 'close')
  await neighbours[0]?.call('withdrawEndorsement', addressOf(receipt))
  await make(people.resident, receipt, 'reopen')
  expect(await itemFor(people.worker, receipt)).toMatchObject({ state: 'queued', priority: priority - 1 })
})
