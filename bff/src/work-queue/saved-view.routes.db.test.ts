import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { type Raosai, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const body = (changes: object = {}) => ({
  name: '急的垃圾',
  queueId: 'raosai-grid-1',
  view: 'late',
  filter: { serviceCode: 'garbage' },
  ...changes,
})
const save = (client: Client, viewId: string, changes: object = {}) =>
  client.attempt('saveSavedView', { params: { viewId }, body: body(changes) })
const viewsOf = async (client: Client) => (await client.call('listSavedViews')).items

test('a saved view is kept, written over under its id and forgotten', async () => {
  const viewId = uuidv7()
  expect((await save(people.worker, viewId)).body).toEqual({ id: viewId, ...body() })
  await save(people.worker, viewId, { name: '所有迟了的', filter: {} })
  expect(await viewsOf(people.worker)).toEqual([{ id: viewId, ...body({ name: '所有迟了的', filter: {} }) }])
  expect(await people.worker.call('deleteSavedView', { params: { viewId } })).toEqual({ isDeleted: true })
  expect(await viewsOf(people.worker)).toEqual([])
  expect((await people.worker.attempt('deleteSavedView', { params: { viewId } })).code).toBe('not_found')
})

test("somebody else's views are neither seen, written over nor forgotten", async () => {
  const viewId = uuidv7()
  await save(people.worker, viewId)
  expect(await viewsOf(people.leader)).toEqual([])
  expect((await people.leader.attempt('deleteSavedView', { params: { viewId } })).code).toBe('not_found')
  await save(people.leader, viewId, { name: '另一个人的' })
  expect((await viewsOf(people.worker)).map(({ name }) => name)).toEqual(['急的垃圾'])
  expect((await viewsOf(people.leader)).map(({ name }) => name)).toEqual(['另一个人的'])
})

test('a view of a queue that somebody does not serve is refused, and not shown once they have left it', async () => {
  expect((await save(people.otherWorker, uuidv7())).code).toBe('not_served_queue')
  expect((await save(people.resident, uuidv7())).code).toBe('forbidden')
  const viewId = uuidv7()
  await save(people.elsewhere, viewId, { queueId: 'cisongtang-community' })
  expect(await viewsOf(people.elsewhere)).toHaveLength(1)
  await server.sql("update role_assignment set community_id = 'raosai' where person_id = $1", [
    people.elsewhere.personId,
  ])
  expect(await viewsOf(people.elsewhere)).toEqual([])
})

test('thirty views are enough, also when many are sent at once; the thirty can still be changed', async () => {
  const ids = Array.from({ length: 36 }, () => uuidv7())
  const answers = await Promise.all(ids.map((id) => save(people.staff, id, { queueId: 'raosai-community' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
    new Set(['too_many_views']),
  )
  const [first] = await viewsOf(people.staff)
  expect((await save(people.staff, first?.id ?? '', { queueId: 'raosai-community', name: '改名' })).status).toBe(200)
})

test.each([{ name: '' }, { view: 'everything' }, { filter: { serviceCode: 'Not A Code' } }, { queueId: 'X' }])(
  'a view like %o is refused',
  async (changes) => {
    expect((await save(people.worker, uuidv7(), changes)).code).toBe('validation_failed')
  },
)
