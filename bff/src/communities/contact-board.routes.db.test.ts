import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { claim } from '../../test/facts.ts'
import { giveTo } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const board = async (communityId: string, gridCellId?: string, caller = server.anonymous) =>
  (await caller.call('listContacts', { params: { communityId }, ...(gridCellId && { query: { gridCellId } }) })).items

describe('有困难找社区', () => {
  test('nobody needs an account to see whom to call', async () => {
    const topics = await board('cisongtang')
    expect(topics.map(({ name }) => name)).toEqual([
      '有事找网格员',
      '社区服务大厅',
      '紧急',
      '水电气',
      '健康卫生',
      '家政',
      '养老助老',
      '维修',
      '问政策',
    ])
    expect(topics.flatMap(({ id, contacts }) => contacts.filter(({ topic }) => topic !== id))).toEqual([])
  })

  test('the worker of the own grid cell comes first, the others after', async () => {
    const names = async (gridCellId?: string) =>
      (await board('raosai', gridCellId))[0]?.contacts.map(({ name }) => name)
    expect(await names()).toEqual(['第一网格网格员', '第二网格网格员', '第三网格网格员'])
    expect(await names('raosai-2')).toEqual(['第二网格网格员', '第一网格网格员', '第三网格网格员'])
    expect(await names('cisongtang-2')).toEqual(await names())
  })

  test('whom a complaint can name stands with the worker of a cell, and with nobody else', async () => {
    const topics = await board('raosai', 'raosai-2')
    const worker = personIdOf(server, 'grid_worker', { gridCellId: 'raosai-2' })
    expect(topics[0]?.contacts[0]?.staffIds).toEqual([worker])
    const others = topics.slice(1).flatMap(({ contacts }) => contacts.flatMap(({ staffIds }) => staffIds))
    expect(others).toEqual([])
  })

  test('a worker of another community, a leader and a resident are named in no cell of this one', async () => {
    const scope = { communityId: 'raosai', gridCellId: 'raosai-3' }
    const worker = await addPerson(server, 'grid_worker', scope)
    const others = [
      await addPerson(server, 'grid_worker', { communityId: 'cisongtang', gridCellId: 'cisongtang-1' }),
      await addPerson(server, 'grid_worker', { communityId: 'cisongtang', gridCellId: 'raosai-3' }),
      await addPerson(server, 'grid_leader', scope),
      await addPerson(server, 'resident', scope),
    ]
    const named = (await board('raosai')).flatMap(({ contacts }) => contacts.flatMap(({ staffIds }) => staffIds))
    expect(named).toContain(worker)
    expect(named.filter((id) => others.includes(id))).toEqual([])
  })

  test('a number that does not answer has a second one beside it', async () => {
    const worker = (await board('raosai', 'raosai-1'))[0]?.contacts[0]
    expect(worker).toMatchObject({ backup: { name: '第二网格网格员', phone: '0891-0000-112' }, demo: true })
  })

  test('numbers that everybody knows are marked as real, all others as demonstration', async () => {
    const contacts = (await board('raosai')).flatMap((topic) => topic.contacts)
    expect(contacts.filter(({ demo }) => !demo).map(({ phone }) => phone)).toEqual([
      '110',
      '119',
      '120',
      '12345',
      '12333',
    ])
  })

  test('a topic without a number is not shown', async () => {
    expect((await board('raosai')).map(({ id }) => id)).not.toContain('childcare')
    expect((await board('ejietang')).map(({ id }) => id)).toContain('childcare')
  })

  test('a community that is not served has no board, and a cell that is no word is refused', async () => {
    const gone = await server.anonymous.attempt('listContacts', { params: { communityId: 'nowhere' } })
    expect([gone.status, gone.code]).toEqual([404, 'not_found'])
    const query = { gridCellId: '第一网格' }
    const refused = await server.anonymous.attempt('listContacts', { params: { communityId: 'raosai' }, query })
    expect([refused.status, refused.code]).toEqual([422, 'validation_failed'])
  })

  const newResident = async (): Promise<Client> =>
    server.signIn(await addPerson(server, 'resident', { communityId: 'raosai' }))
  const livesInSecondCell = { communityId: 'raosai', placeId: 'raosai-dongzisu-road-no-73' }
  const firstOf = (topics: Awaited<ReturnType<typeof board>>) => topics[0]?.contacts[0]?.gridCellId

  test('whoever has said where they live finds their own worker first, on every phone', async () => {
    const resident = await newResident()
    await claim(resident, { kind: 'residence', value: livesInSecondCell })
    expect(firstOf(await board('raosai', undefined, resident))).toBe('raosai-2')
    expect(firstOf(await board('raosai', 'raosai-3', resident))).toBe('raosai-3')
    expect(await board('cisongtang', undefined, resident)).toEqual(await board('cisongtang'))
  })

  test('whoever acts for somebody does not learn from the order where that one lives', async () => {
    const [mother, daughter] = [await newResident(), await newResident()]
    await claim(mother, { kind: 'residence', value: livesInSecondCell })
    await giveTo(daughter, mother, { scopes: [{ service: 'profile', powers: ['read'] }] })
    const params = { communityId: 'raosai' }
    const forMother = { 'Acting-For': mother.personId }
    const answer = await daughter.attempt('listContacts', { params }, forMother)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual((await server.anonymous.attempt('listContacts', { params })).body)
  })

  test('it says the same to everybody who is signed in, and nothing of anybody', async () => {
    const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
    const staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
    const before = await board('raosai')
    expect([await board('raosai', undefined, resident), await board('raosai', undefined, staff)]).toEqual([
      before,
      before,
    ])
  })
})
