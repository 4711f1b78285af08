import type { CommunityConfig } from '@little-bench/config/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReport, personIdOf } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const reportAll = async (community: CommunityConfig) => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: community.id }))
  const placeId = community.gridCells[0]?.places[0]?.id ?? ''
  const params = { communityId: community.id }
  return Promise.all(
    community.catalogue.map(async ({ serviceCode }) => ({
      serviceCode,
      receipt: await resident.call('reportIssue', { params, body: aReport({ serviceCode, placeId }) }),
    })),
  )
}

test.each(['raosai', 'cisongtang', 'ejietang', 'nizhuolin'])(
  'every category of %s reaches one existing queue with a reason and a deadline ahead',
  async (communityId) => {
    const config = server.app.context.config()
    const community = config.communities.get(communityId)
    if (!community) throw new Error(`no community ${communityId}`)
    const reports = await reportAll(community)
    expect(reports.length).toBeGreaterThanOrEqual(24)
    const wrong = reports.filter(({ receipt: { queue, routedBecause, dueAt } }) => {
      const found = config.queues.get(queue.id)
      const isReachable = found !== undefined && (found.communityId === null || found.communityId === communityId)
      return !isReachable || routedBecause === '' || Date.parse(dueAt) <= server.clock.now().getTime()
    })
    expect(wrong).toEqual([])
    const rows = await server.sql<{ subject_id: string }>('select subject_id from work_item where community_id = $1', [
      communityId,
    ])
    expect(rows.map((row) => row.subject_id).toSorted()).toEqual(reports.map(({ receipt }) => receipt.id).toSorted())
  },
)

test.each([
  ['a danger goes straight to the community', 'gas_smell', 'raosai-community'],
  ['a complaint about staff goes past them to the subdistrict', 'complaint_staff', 'bakuo-subdistrict'],
  ['a quarrel between neighbours goes to the community', 'neighbour_dispute', 'raosai-community'],
  ['what a department does goes to that department', 'food_drug_safety', 'food-drug-safety'],
  ['the public toilet of 绕赛 goes to the community by its own rule', 'toilet_pipe', 'raosai-community'],
  ['an unsure category goes to the community', 'other', 'raosai-community'],
])('%s', async (_sentence, serviceCode, queueId) => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
  const params = { communityId: 'raosai' }
  const receipt = await resident.call('reportIssue', { params, body: aReport({ serviceCode }) })
  expect(receipt.queue.id).toBe(queueId)
})

test('a map position near a courtyard belongs to the grid cell of that courtyard', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
  const { placeId: _left, ...rest } = aReport()
  const body = { ...rest, position: { lat: 29.6526, lng: 91.1371 } }
  const receipt = await resident.call('reportIssue', { params: { communityId: 'raosai' }, body })
  expect(receipt.queue.id).toBe('raosai-grid-2')
})

test('a routed item keeps the rule that chose its queue and the configuration that was in force', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
  const receipt = await resident.call('reportIssue', { params: { communityId: 'raosai' }, body: aReport() })
  const rows = await server.sql(
    'select route_rule_id, config_hash in (select hash from config_version) as known from work_item where id = $1',
    [receipt.workItemId],
  )
  expect(rows).toEqual([{ route_rule_id: 'grid-cell-does-it', known: true }])
})
