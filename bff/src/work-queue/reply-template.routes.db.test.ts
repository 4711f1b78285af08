import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { make, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const communityId = 'raosai'
const words = (changes: object = {}) => ({
  name: '路灯在等配件',
  zh: '「{title}」要换的配件还没有到，{dueOn}前给您答复。',
  bo: null,
  serviceCodes: ['street_light'],
  states: ['accepted'],
  isRetired: false,
  version: 0,
  ...changes,
})
const save = (client: Client, templateId: string, changes: object = {}, community = communityId) =>
  client.attempt('saveReplyTemplate', { params: { communityId: community, templateId }, body: words(changes) })
const listed = async (client: Client, community = communityId) =>
  (await client.call('listReplyTemplates', { params: { communityId: community } })).items
const namesIn = async (client: Client) => (await listed(client)).map(({ name }) => name)

test('what configuration brings is offered until somebody saves their own words', async () => {
  const [configured] = await listed(people.worker)
  if (!configured) throw new Error('no template')
  expect(configured).toMatchObject({ version: 0, savedBy: null, isRetired: false })
  expect(await save(people.leader, configured.id, { name: '自己的话' })).toMatchObject({ status: 200 })
  expect((await listed(people.worker)).find(({ id }) => id === configured.id)).toMatchObject({
    name: '自己的话',
    version: 1,
    savedBy: expect.stringContaining('示范'),
  })
  expect((await listed(people.elsewhere, 'cisongtang')).find(({ id }) => id === configured.id)?.version).toBe(0)
})

test('a template that is retired stays for those who may bring it back and is offered to nobody else', async () => {
  const id = uuidv7()
  await save(people.staff, id, { name: '不再用的话' })
  await save(people.staff, id, { name: '不再用的话', version: 1, isRetired: true })
  expect(await namesIn(people.worker)).not.toContain('不再用的话')
  expect(await namesIn(people.staff)).toContain('不再用的话')
  const rows = await server.sql('select version from reply_template where id = $1 order by version', [id])
  expect(rows).toEqual([{ version: 1 }, { version: 2 }])
})

test('of two who edit the same version one is told to look again', async () => {
  const id = uuidv7()
  const answers = await Promise.all([save(people.staff, id), save(people.leader, id)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await save(people.staff, id)).code).toBe('stale_version')
  expect((await save(people.staff, id, { version: 7 })).code).toBe('stale_version')
})

test('only those who lead a queue of the community write its templates, and only for its categories', async () => {
  const subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  expect((await save(people.worker, uuidv7())).code).toBe('not_queue_lead')
  expect((await save(subdistrict, uuidv7())).code).toBe('not_queue_lead')
  expect((await save(people.elsewhere, uuidv7())).code).toBe('not_found')
  expect((await save(people.resident, uuidv7())).code).toBe('forbidden')
  expect((await save(people.staff, uuidv7(), { serviceCodes: ['no_such_thing'] })).code).toBe('unknown_service')
  expect((await save(people.staff, uuidv7(), { zh: '{titel}好了' })).code).toBe('validation_failed')
})

test('whoever works on items of the community reads its templates and nobody else', async () => {
  const department = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'municipal-works' }))
  const attempt = (client: Client) => client.attempt('listReplyTemplates', { params: { communityId } })
  expect((await attempt(department)).status).toBe(200)
  expect((await attempt(people.elsewhere)).code).toBe('not_found')
  expect((await attempt(people.resident)).code).toBe('forbidden')
  expect((await attempt(server.anonymous)).code).toBe('unauthenticated')
})

test('what was not ours stands in the register of the community with where it was sent, newest first', async () => {
  const [earlier, later] = [await report(people.resident), await report(people.resident)]
  await make(people.leader, earlier, 'close', { destination: '供电公司', destinationPhone: '95598' })
  server.clock.advance({ hours: 1 })
  await make(people.leader, later, 'close')
  const register = (client: Client, query = {}) => client.call('listNotOurs', { params: { communityId }, query })
  const { items, nextCursor } = await register(people.staff, { limit: 1 })
  expect(items).toMatchObject([{ workItemId: later.workItemId }])
  expect((await register(people.worker, { limit: 1, cursor: nextCursor ?? '' })).items).toMatchObject([
    { workItemId: earlier.workItemId, destination: '供电公司', phone: '95598' },
  ])
  await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
    later.workItemId,
    people.staff.personId,
  ])
  await server.sql("update work_item set barred_queue_ids = array['raosai-grid-1'] where id = $1", [earlier.workItemId])
  expect((await register(people.staff)).items.map(({ workItemId }) => workItemId)).toEqual([earlier.workItemId])
  expect((await register(people.worker)).items.map(({ workItemId }) => workItemId)).toEqual([later.workItemId])
})

test('the register of another community is not there', async () => {
  const department = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'municipal-works' }))
  const attempt = (client: Client) => client.attempt('listNotOurs', { params: { communityId } })
  expect((await attempt(people.elsewhere)).code).toBe('not_found')
  expect((await attempt(department)).code).toBe('not_found')
  expect((await attempt(people.resident)).code).toBe('forbidden')
})
