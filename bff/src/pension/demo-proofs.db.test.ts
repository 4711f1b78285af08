import { afterAll, beforeAll, expect, test } from 'vitest'
import { callList } from '../../test/counter.ts'
import { personIdOf } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { loadDemoProofs } from './demo-proofs.ts'

const EJIETANG = { communityId: 'ejietang' }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('a demonstration has somebody who has done it, somebody who has not, and somebody who waits for a visit', async () => {
  const staff = await server.signIn(personIdOf(server, 'community_staff', EJIETANG))
  const { items } = await staff.call('listOpenProofsOfLife', { params: EJIETANG, query: { limit: 50 } })
  expect(items.map(({ status, visitState }) => `${status} ${visitState}`).toSorted()).toEqual([
    'due null',
    'due requested',
  ])
  expect((await staff.call('listHomeVisits', { params: EJIETANG })).items).toHaveLength(1)
  const done = await server.signIn(personIdOf(server, 'resident', EJIETANG))
  expect(await done.call('getProofOfLife', { params: EJIETANG })).toMatchObject({
    status: 'valid',
    lastDone: { on: '2026-11-03', isByYou: true },
  })
})

test('loaded again it adds nothing, and nobody is to be called because of it', async () => {
  const counts = 'select (select count(*) from home_visit) + (select count(*) from proof_of_life_done) as count'
  const before = await server.sql(counts)
  await loadDemoProofs(server.app.context)
  await server.app.doWhatIsDue()
  expect(await server.sql(counts)).toEqual(before)
  const staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
  expect([...(await callList(staff)), ...(await callList(staff, 'later'))]).toEqual([])
  expect(await server.sql('select 1 from proof_reminder')).toEqual([])
})
