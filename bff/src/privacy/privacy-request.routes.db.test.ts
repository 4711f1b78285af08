import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemFor, make, type Raosai, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const RAOSAI = { communityId: 'raosai' }
const correct = (words = '名字里少了一个字。') =>
  people.resident.call('requestCorrection', { params: RAOSAI, body: { about: 'name', words } })

test('it is answered within fifteen working days, which is told at once', async () => {
  const request = await correct()
  expect(request).toMatchObject({ kind: 'correction', aboutName: '名字', state: 'queued', outcome: null })
  // 24 November to 14 December 2026: fifteen working days after that Monday.
  expect(request.dueAt.slice(0, 10)).toBe('2026-12-14')
})

test('the community’s own staff read the words and answer; nobody on the way does', async () => {
  const request = await correct('改成示范的名字。')
  const item = await itemFor(people.staff, request)
  expect(item.title).toBe('关于自己的资料')
  expect(JSON.stringify(item.timeline)).toContain('改成示范的名字。')
  for (const other of [people.worker, people.leader, people.elsewhere, people.neighbour]) {
    expect((await other.attempt('getWorkItem', { params: { ...RAOSAI, workItemId: request.workItemId } })).code).toBe(
      'not_found',
    )
  }
})

test('what became of it stands in the list', async () => {
  const request = await people.resident.call('requestDeletion', { params: RAOSAI, body: { about: 'issue_text' } })
  await make(people.staff, request, 'claim')
  await make(people.staff, request, 'resolve')
  const { items } = await people.resident.call('listPrivacyRequests')
  expect(items[0]).toMatchObject({ id: request.id, kind: 'deletion', aboutName: '说过的事里的话', state: 'resolved' })
})

test('nobody reads what somebody else asked', async () => {
  await correct()
  expect((await people.neighbour.call('listPrivacyRequests')).items).toEqual([])
})

test('a community that is none is not found', async () => {
  const answer = await people.resident.attempt('requestDeletion', {
    params: { communityId: 'nowhere' },
    body: { about: 'bookings' },
  })
  expect(answer.code).toBe('not_found')
})
