import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Api } from '../../test/client.ts'
import { personIdOf, report } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import { finishBatch } from '../work-queue/index.ts'
import { type Batch, endSlots, findBatchItems, openBatch, prepareBatch, type Scheduling } from './index.ts'

const COMMUNITY = 'raosai'
let server: TestServer
let scheduling: Scheduling
let staff: Awaited<ReturnType<TestServer['signIn']>>

beforeAll(async () => {
  server = await startTestServer()
  scheduling = server.app.scheduling
  staff = await signInStaff()
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const signInStaff = () => server.signIn(personIdOf(server, 'community_staff', { communityId: COMMUNITY }))
const aBatch = (kind = uuidv7()): Batch => ({
  communityId: COMMUNITY,
  service: 'canteen',
  serviceCode: 'meal_sitting',
  resourceId: 'raosai-canteen',
  kind,
  on: '2026-11-24',
  title: '11月24日午餐（示范）',
  dueAt: new Date('2026-11-24T05:30:00.000Z'),
})

const open = async (batch: Batch) => {
  const now = server.clock.now()
  const prepared = await prepareBatch(scheduling, batch, now)
  return inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => openBatch(scheduling, trx, prepared, now))
}
const finish = (workItemId: string) => {
  const now = server.clock.now()
  const address = { communityId: COMMUNITY, workItemId }
  return inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => finishBatch(scheduling, trx, address, now))
}
type WorkItem = CallResult<Api['getWorkItem']>
const read = (workItemId: string): Promise<WorkItem> =>
  staff.call('getWorkItem', { params: { communityId: COMMUNITY, workItemId } })
const claim = (item: WorkItem): Promise<WorkItem> =>
  staff.call('moveWorkItem', {
    params: { communityId: COMMUNITY, workItemId: item.id },
    body: { move: 'claim', version: item.version },
  })

test('however many are first at the same moment, a batch is one work item with one receipt number', async () => {
  const batch = aBatch()
  const all = await Promise.all(Array.from({ length: 12 }, () => open(batch)))
  expect(new Set(all.map(({ workItemId }) => workItemId)).size).toBe(1)
  const [first] = all
  const found = await findBatchItems(scheduling.db, COMMUNITY, [batch, aBatch()])
  expect(found).toMatchObject([{ ...first, serviceCode: 'meal_sitting', kind: batch.kind, state: 'queued' }])
  const items = await server.sql(
    'select id from work_item where subject_id in (select id from slot_batch where kind = $1)',
    [batch.kind],
  )
  expect(items).toHaveLength(1)
})

test('a booking that fails leaves no batch behind', async () => {
  const batch = aBatch()
  const now = server.clock.now()
  const prepared = await prepareBatch(scheduling, batch, now)
  const failing = inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    await openBatch(scheduling, trx, prepared, now)
    throw new Error('no seat')
  })
  await expect(failing).rejects.toThrow('no seat')
  expect(await findBatchItems(scheduling.db, COMMUNITY, [batch])).toEqual([])
  await open(batch)
  expect(await findBatchItems(scheduling.db, COMMUNITY, [batch])).toHaveLength(1)
})

test('nobody is asked, told or waited for: the moves that need a resident are not there', async () => {
  const { workItemId } = await open(aBatch())
  const queued = await read(workItemId)
  expect(queued).toMatchObject({ requesterName: '', isBatch: true, canReply: false, canRate: false, canNote: true })
  expect(queued.dueAt).toBe('2026-11-24T05:30:00.000Z')
  const moves = (await claim(queued)).allowedMoves.map((allowed) => allowed.move)
  expect(moves).toContain('return')
  const needSomebody = ['resolve', 'close', 'ask_resident', 'suspend', 'split', 'merge', 'convert', 'recategorise']
  expect(moves.filter((name) => needSomebody.includes(name))).toEqual([])
  const notices = await server.sql('select id from inbox_message where work_item_id = $1', [workItemId])
  expect(notices).toEqual([])
})

test('whoever took it need not end it: it is over by itself', async () => {
  const { workItemId } = await open(aBatch())
  await claim(await read(workItemId))
  const [row] = await server.sql<{ next_timer_at: string | null }>(
    'select next_timer_at from work_item where id = $1',
    [workItemId],
  )
  expect(row?.next_timer_at).toBeNull()
  await finish(workItemId)
  expect(await read(workItemId)).toMatchObject({ state: 'closed', outcome: 'solved', assignee: { isYou: true } })
  expect(await server.sql('select id from follow_up where work_item_id = $1', [workItemId])).toEqual([])
})

test('a batch that nobody took is over by itself, not late, and its history says that nobody did it', async () => {
  const { workItemId } = await open(aBatch())
  server.clock.set('2026-11-24T06:29:00.000Z')
  await server.app.doWhatIsDue()
  staff = await signInStaff()
  expect(await read(workItemId)).toMatchObject({ state: 'queued', isOverdue: false, supervisors: [] })
  const mine = await staff.call('listMyQueues')
  expect(mine.items.find(({ id }) => id === 'raosai-canteen')).toMatchObject({ overdue: 0 })
  server.clock.set('2026-11-24T06:30:00.000Z')
  await Promise.all([server.app.doWhatIsDue(), server.app.doWhatIsDue()])
  await finish(workItemId)
  const closed = await read(workItemId)
  expect(closed).toMatchObject({ state: 'closed', outcome: 'solved', assignee: null, isOverdue: false })
  expect(closed.clocks.every(({ isLate }) => !isLate)).toBe(true)
  expect(closed.timeline.map(({ kind, isBySystem, actor }) => [kind, isBySystem, actor])).toEqual([
    ['enqueued', true, null],
    ['resolved', true, null],
    ['closed', true, null],
  ])
  expect(closed.allowedMoves).toEqual([])
  const clocks = await server.sql(`select id from work_item_event where work_item_id = $1 and clocks <> '[]'`, [
    workItemId,
  ])
  expect(clocks).toEqual([])
})

test('the kitchen finds its batches in its own queue, and nothing that residents report', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: COMMUNITY }))
  const issue = await report(resident)
  const { workItemId, queueId } = await open(aBatch())
  expect(queueId).toBe('raosai-canteen')
  const [kitchen, carer] = await Promise.all(
    (['kitchen', 'childcare_worker'] as const).map((role) =>
      server.signIn(personIdOf(server, role, { communityId: COMMUNITY })),
    ),
  )
  expect((await kitchen?.call('listMyQueues'))?.items.map(({ id, isLead }) => [id, isLead])).toEqual([
    ['raosai-canteen', true],
  ])
  const listed = await kitchen?.call('listQueueItems', { params: { queueId }, query: { view: 'unclaimed' } })
  expect(listed?.items.find(({ id }) => id === workItemId)).toMatchObject({ requesterName: '', isBatch: true })
  const itemAsSeenBy = (client: typeof kitchen, id: string) =>
    client?.attempt('getWorkItem', { params: { communityId: COMMUNITY, workItemId: id } })
  expect((await itemAsSeenBy(kitchen, workItemId))?.status).toBe(200)
  expect((await itemAsSeenBy(kitchen, issue.workItemId))?.status).toBe(404)
  expect((await itemAsSeenBy(carer, workItemId))?.status).toBe(404)
})

test('only a batch is ended by itself', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident', { communityId: COMMUNITY }))
  const { workItemId } = await report(resident)
  await expect(finish(workItemId)).rejects.toThrow('is no batch')
})

test('a slot that is later now takes its batch along, and one that is as it was changes nothing', async () => {
  const batch = aBatch()
  const { workItemId } = await open(batch)
  const { version } = await read(workItemId)
  const later = { ...batch, dueAt: new Date('2026-11-24T06:30:00.000Z') }
  expect(await open(later)).toMatchObject({ workItemId })
  expect(await read(workItemId)).toMatchObject({ dueAt: '2026-11-24T06:30:00.000Z', version })
  server.clock.set('2026-11-24T07:00:00.000Z')
  await endSlots(scheduling, server.clock.now(), createLog('silent'))
  expect((await read(workItemId)).state).toBe('queued')
  server.clock.set('2026-11-24T07:30:00.000Z')
  await endSlots(scheduling, server.clock.now(), createLog('silent'))
  expect((await read(workItemId)).state).toBe('closed')
  const now = server.clock.now()
  expect(await prepareBatch(scheduling, later, now)).toMatchObject({ isSettled: true, receiptNumber: null })
})
