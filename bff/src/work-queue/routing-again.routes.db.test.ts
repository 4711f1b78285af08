import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticesOf } from '../../test/desk.ts'
import {
  addressOfItem,
  itemFor,
  itemIn,
  make,
  type Raosai,
  type Receipt,
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

const SQUARE = 'raosai-small-square'
const refusalOf = async (receipt: Receipt, body: object) => {
  const { version } = await itemFor(people.leader, receipt)
  const answer = await people.leader.attempt('moveWorkItem', {
    params: addressOfItem(receipt),
    body: { version, ...body },
  })
  expect((await itemFor(people.leader, receipt)).version).toBe(version)
  return answer.code
}
const publicIds = async () =>
  (
    await server.anonymous.call('listPublicIssues', { params: { communityId: 'raosai' }, query: { limit: 50 } })
  ).items.map(({ id }) => id)

test('another category takes an item to the queue of that category, and the history keeps where it was', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'garbage' })
  await make(people.worker, receipt, 'recategorise', { serviceCode: 'roof_leak' })
  const item = await itemFor(people.staff, receipt)
  expect(item).toMatchObject({
    state: 'queued',
    assignee: null,
    serviceCode: 'roof_leak',
    queue: { id: 'raosai-community' },
    routedBecause: '这类事归社区办，由社区直接接。',
  })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'recategorised', fromName: '垃圾清运', toName: '公房漏雨' })
  expect(item.timeline.slice(0, 2).map(({ queueName }) => queueName)).toEqual(['绕赛社区第一网格', '绕赛社区第一网格'])
  expect(await noticesOf(server, people.resident, receipt)).toContain('moved_queue')
  const { status } = await people.worker.attempt('getWorkItem', { params: addressOfItem(receipt) })
  expect(status).toBe(404)
})

test('a new category gives the promises of that category, counted from the report', async () => {
  const receipt = await itemIn(people, 'queued', { serviceCode: 'garbage' })
  const { createdAt } = await itemFor(people.leader, receipt)
  server.clock.advance({ hours: 2 })
  await make(people.leader, receipt, 'recategorise', { serviceCode: 'street_light' })
  const { dueAt } = await itemFor(people.leader, receipt)
  expect(Date.parse(dueAt) - Date.parse(createdAt)).toBe(168 * 3_600_000)
})

test('a category of the same queue leaves the item with whoever has it', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'garbage' })
  await make(people.worker, receipt, 'recategorise', { serviceCode: 'street_light' })
  expect(await itemFor(people.worker, receipt)).toMatchObject({ state: 'accepted', assignee: { isYou: true } })
  expect(await noticesOf(server, people.resident, receipt)).not.toContain('moved_queue')
})

test('what only the community may see goes to no grid cell under another category', async () => {
  const receipt = await report(people.resident, { serviceCode: 'family_matter' })
  const { version } = await itemFor(people.staff, receipt)
  const body = { move: 'recategorise', version, serviceCode: 'garbage' }
  const answer = await people.staff.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect(answer.code).toBe('queue_not_eligible')
})

test('another place takes an item to the grid cell of that place', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'relocate', { placeId: SQUARE })
  const item = await itemFor(people.leader, receipt)
  expect(item).toMatchObject({ state: 'queued', gridCellId: 'raosai-3', queue: { id: 'raosai-grid-3' } })
  expect(item.title).toContain('小广场')
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'relocated', fromName: '第一网格', toName: '第三网格' })
  const issue = await people.resident.call('getIssue', { params: { communityId: 'raosai', issueId: receipt.id } })
  expect(JSON.stringify(issue)).toContain('小广场')
})

test('a place in the same grid cell leaves the item with whoever has it', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'relocate')
  expect(await itemFor(people.worker, receipt)).toMatchObject({ state: 'accepted', assignee: { isYou: true } })
})

test('a category or place that the community does not have is refused, and nothing changes', async () => {
  const receipt = await itemIn(people, 'accepted')
  expect(await refusalOf(receipt, { move: 'recategorise', serviceCode: 'no_such' })).toBe('unknown_service')
  expect(await refusalOf(receipt, { move: 'recategorise', serviceCode: 'garbage' })).toBe('unknown_service')
  expect(await refusalOf(receipt, { move: 'relocate', placeId: 'cisongtang-courtyard-1' })).toBe('unknown_place')
})

test('what was told in confidence stays so under any other category', async () => {
  const receipt = await report(people.resident, { serviceCode: 'neighbour_dispute' })
  await make(people.staff, receipt, 'recategorise', { serviceCode: 'road_surface' })
  const rows = await server.sql('select confidentiality, title from work_item where id = $1', [receipt.workItemId])
  expect(rows).toEqual([{ confidentiality: 'confidential', title: '路不平' }])
  await make(people.staff, receipt, 'relocate', { placeId: SQUARE })
  expect((await itemFor(people.staff, receipt)).title).toBe('路不平')
})

test('a public issue that becomes a confidential one is public no longer, also under a category that could be', async () => {
  const receipt = await report(people.resident, { visibility: 'public' })
  expect(await publicIds()).toContain(receipt.id)
  await make(people.leader, receipt, 'recategorise', { serviceCode: 'neighbour_dispute' })
  expect(await publicIds()).not.toContain(receipt.id)
  const params = { communityId: 'raosai', issueId: receipt.id }
  for (const client of [server.anonymous, people.neighbour, people.worker]) {
    expect((await client.attempt('getIssue', { params })).status).toBe(404)
  }
  expect((await itemFor(people.staff, receipt)).title).toBe('邻里纠纷')
  await make(people.staff, receipt, 'recategorise', { serviceCode: 'road_surface' })
  expect(await publicIds()).not.toContain(receipt.id)
  expect((await people.neighbour.attempt('getIssue', { params })).status).toBe(404)
})

test('what goes to another grid cell while a question waits begins there without the pause', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'ask_resident')
  await make(people.worker, receipt, 'relocate', { placeId: SQUARE })
  expect(await itemFor(people.leader, receipt)).toMatchObject({ state: 'queued', pause: null })
  expect((await itemFor(people.resident, receipt)).allowedMoves.map(({ move }) => move)).not.toContain('answer')
})

test('a question goes on waiting under another category of the same queue', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'ask_resident')
  await make(people.worker, receipt, 'recategorise', { serviceCode: 'street_light' })
  expect((await itemFor(people.worker, receipt)).pause).toBe('waiting_for_resident')
  await make(people.resident, receipt, 'answer')
})
