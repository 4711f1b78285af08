import { IssueReceipt } from '@little-bench/shared/issues/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, createClient } from '../../test/client.ts'
import { keepSignedIn, saveRoster, shiftOf } from '../../test/desk.ts'
import { bodyOf, personIdOf, type Receipt } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

const communityId = 'nizhuolin'
const redrawId = 'cells-22'
let server: TestServer
let resident: Client
let staff: Client
let worker: Client

beforeEach(async () => {
  server = await startTestServer()
  const as = (role: 'resident' | 'community_staff', index = 0) =>
    server.signIn(personIdOf(server, role, { communityId }, index))
  resident = await as('resident')
  staff = await as('community_staff')
  worker = await server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'nizhuolin-1' }))
  await keepSignedIn(server)
})
afterEach(() => server.stop())

const placeIn = (cell: number) => `nizhuolin-courtyard-${cell}`
const bodyAt = (placeId: string, serviceCode = 'garbage') => ({ serviceCode, description: '这里有事。', placeId })
const tryReport = (client: Client, placeId: string) =>
  client.attempt('reportIssue', { params: { communityId }, body: bodyAt(placeId) })
const report = (placeId = placeIn(1), serviceCode = 'garbage'): Promise<Receipt> =>
  resident.call('reportIssue', { params: { communityId }, body: bodyAt(placeId, serviceCode) })
const itemFor = (client: Client, { workItemId }: Pick<Receipt, 'workItemId'>) =>
  client.call('getWorkItem', { params: { communityId, workItemId } })
const tryMove = async (client: Client, receipt: Receipt, move: Parameters<typeof bodyOf>[0], changes: object = {}) => {
  const { version } = await itemFor(client, receipt)
  return client.attempt('moveWorkItem', {
    params: { communityId, workItemId: receipt.workItemId },
    body: bodyOf(move, version, changes),
  })
}
const move = async (...args: Parameters<typeof tryMove>) => {
  const answer = await tryMove(...args)
  if (answer.status !== 200) throw new Error(answer.text)
}
const preview = (client: Client) => client.call('previewGridRedraw', { params: { communityId, redrawId } })
const tryApply = (client: Client, planHash: string, headers = {}) =>
  client.attempt('applyGridRedraw', { params: { communityId, redrawId }, body: { planHash } }, headers)
const apply = async (client: Client) => {
  const answer = await tryApply(client, (await preview(client)).planHash)
  if (answer.status !== 200) throw new Error(answer.text)
}
const GONE = ['nizhuolin-grid-1', 'nizhuolin-grid-2', 'nizhuolin-grid-3', 'nizhuolin-grid-4']
const leftBehind = () =>
  server.sql(
    `select receipt_number from work_item where community_id = $1 and (queue_id = any($2) or referred_queue_id = any($2)
      or barred_queue_ids && $2 or participating_queue_ids && $2
      or (state in ('queued', 'dispatched', 'accepted') and grid_cell_id in ('nizhuolin-1', 'nizhuolin-2', 'nizhuolin-3', 'nizhuolin-4')))`,
    [communityId, GONE],
  )

test('the preview says which open items would move where and why, and changes nothing', async () => {
  const [inCell, inDepartment] = [await report(), await report(placeIn(2), 'manhole_cover')]
  await report(placeIn(1), 'complaint_staff')
  const plan = await preview(staff)
  expect(plan.redraw).toMatchObject({ id: redrawId, cellsBefore: 4, cellsAfter: 22, appliedAt: null, demo: true })
  expect(plan.openItems).toBe(2)
  expect(plan.moves).toMatchObject([
    {
      workItemId: inCell.workItemId,
      fromGridCell: '第一网格',
      toGridCell: '新第一网格（示范）',
      toQueue: expect.stringContaining('新'),
      because: 'place',
    },
    { workItemId: inDepartment.workItemId, toGridCell: '新第七网格（示范）', because: 'not_in_a_cell_queue' },
  ])
  // What is about them is kept from the community's staff here too.
  expect(plan.staff).toHaveLength(22)
  expect(plan.staff[0]?.names).toContain('尼卓林社区第一网格网格员（示范）')
  expect((await itemFor(worker, inCell)).gridCellId).toBe('nizhuolin-1')
  expect((await preview(staff)).planHash).toBe(plan.planHash)
})

test('an applied map moves every open item with its worker, and the history keeps the old cell', async () => {
  const receipt = await report()
  await move(worker, receipt, 'claim')
  await apply(staff)
  const item = await itemFor(worker, receipt)
  expect(item).toMatchObject({
    state: 'accepted',
    gridCellId: 'nizhuolin-r01',
    queue: { id: 'nizhuolin-r01' },
    assignee: { id: worker.personId },
  })
  expect(item.timeline.at(-1)).toMatchObject({ kind: 'redrawn' })
  const [event] = await server.sql<{ details: unknown }>("select details from work_item_event where kind = 'redrawn'")
  expect(event?.details).toEqual({
    fromGridCellId: 'nizhuolin-1',
    toGridCellId: 'nizhuolin-r01',
    fromQueueId: 'nizhuolin-grid-1',
    toQueueId: 'nizhuolin-r01',
  })
  expect(await leftBehind()).toEqual([])
  expect((await itemFor(staff, await report(placeIn(2)))).queue.id).toBe('nizhuolin-r07')
  expect((await worker.call('listMyQueues')).items.map(({ id }) => id)).toContain('nizhuolin-r02')
  const audit = await server.sql("select actor_id, details from audit_line where action = 'grid_redrawn'")
  expect(audit).toMatchObject([{ actor_id: staff.personId, details: { redrawId, movedItems: 1 } }])
})

test('what was finished keeps its old cell, can still be read, and comes back by the new map', async () => {
  const receipt = await report()
  await move(worker, receipt, 'claim')
  await move(worker, receipt, 'resolve')
  await apply(staff)
  expect(await itemFor(staff, receipt)).toMatchObject({
    state: 'resolved',
    gridCellId: 'nizhuolin-1',
    queue: { id: 'nizhuolin-community' },
  })
  expect(await leftBehind()).toEqual([])
  await move(staff, receipt, 'reopen')
  expect(await itemFor(staff, receipt)).toMatchObject({ gridCellId: 'nizhuolin-r01', queue: { id: 'nizhuolin-r01' } })
})

test('a new queue hands out work by the roster of the one that it comes from', async () => {
  await saveRoster(staff, 'nizhuolin-grid-1', [shiftOf(worker.personId)])
  const other = await server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'nizhuolin-2' }))
  await apply(staff)
  expect(await itemFor(staff, await report())).toMatchObject({ state: 'dispatched', assignee: { id: worker.personId } })
  expect(await itemFor(other, await report(placeIn(2)))).toMatchObject({ state: 'queued', assignee: null })
})

test('what is open already is handed out by the roster that its new queue begins with', async () => {
  const [waiting, elsewhere] = [await report(), await report(placeIn(2))]
  await saveRoster(staff, 'nizhuolin-grid-1', [shiftOf(worker.personId)])
  expect((await itemFor(staff, waiting)).state).toBe('queued')
  await apply(staff)
  const item = await itemFor(staff, waiting)
  expect(item).toMatchObject({
    state: 'dispatched',
    queue: { id: 'nizhuolin-r01' },
    assignee: { id: worker.personId },
  })
  expect(item.timeline.slice(-2)).toMatchObject([{ kind: 'redrawn' }, { kind: 'dispatched', isBySystem: true }])
  expect(await itemFor(staff, elsewhere)).toMatchObject({ state: 'queued', queue: { id: 'nizhuolin-r07' } })
})

/** Everything that an application writes. */
const TOUCHED = [
  'work_item',
  'work_item_event',
  'duty_roster',
  'role_assignment',
  'follow_up',
  'grid_redraw',
  'audit_line',
  'config_version',
] as const
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      TOUCHED.map(async (table) => [
        table,
        await server.sql(`select to_jsonb(row) as row from ${table} as row order by to_jsonb(row)::text`),
      ]),
    ),
  )

test('an application that fails in its last step leaves nothing behind, and can be made again', async () => {
  await saveRoster(staff, 'nizhuolin-grid-1', [shiftOf(worker.personId)])
  const [held, done] = [await report(), await report()]
  await move(worker, held, 'accept')
  await move(worker, done, 'accept')
  await move(worker, done, 'resolve')
  const { planHash } = await preview(staff)
  const [before, hash] = [await contents(), server.app.context.config().hash]
  await server.sql("alter table audit_line add constraint no_more check (action <> 'grid_redrawn') not valid")
  const failed = await tryApply(staff, planHash)
  expect([failed.status, failed.code]).toEqual([500, 'internal_error'])
  expect(await contents()).toEqual(before)
  expect(server.app.context.config().hash).toBe(hash)
  expect((await itemFor(worker, held)).queue.id).toBe('nizhuolin-grid-1')
  expect((await itemFor(staff, await report())).queue.id).toBe('nizhuolin-grid-1')
  await server.sql('alter table audit_line drop constraint no_more')
  await apply(staff)
  expect(await leftBehind()).toEqual([])
})

test('a referral to a queue that is gone ends, and whoever followed or was kept away does so under the new map', async () => {
  const receipt = await report()
  await move(worker, receipt, 'claim')
  await move(worker, receipt, 'refer', { queueId: 'nizhuolin-grid-2' })
  const followed = await report()
  await move(worker, followed, 'claim')
  await move(worker, followed, 'invite', { queueIds: ['nizhuolin-grid-2'] })
  const kept = await report()
  await server.sql("update work_item set barred_queue_ids = array['nizhuolin-grid-3'] where id = $1", [kept.workItemId])
  await apply(staff)
  expect((await itemFor(staff, receipt)).referredTo).toBeNull()
  expect((await itemFor(staff, followed)).participants.map(({ id }) => id)).toContain('nizhuolin-r07')
  const [row] = await server.sql<{ barred_queue_ids: string[] }>(
    'select barred_queue_ids from work_item where id = $1',
    [kept.workItemId],
  )
  expect(row?.barred_queue_ids).toContain('nizhuolin-r12')
  expect(await leftBehind()).toEqual([])
})

test('an application of anything but the last preview is refused, and a map is applied once', async () => {
  await report()
  const { planHash } = await preview(staff)
  const later = await report(placeIn(3))
  expect((await tryApply(staff, planHash)).code).toBe('redraw_plan_stale')
  expect((await itemFor(staff, later)).gridCellId).toBe('nizhuolin-3')
  const fresh = await preview(staff)
  const key = { 'Idempotency-Key': '7d0f9c1e-2f57-4c36-9d55-1f3b7b4a9e10' }
  const [first, again] = [await tryApply(staff, fresh.planHash, key), await tryApply(staff, fresh.planHash, key)]
  expect([first.status, again.status]).toEqual([200, 200])
  expect(again.body).toEqual(first.body)
  expect((await tryApply(staff, fresh.planHash)).code).toBe('redraw_already_applied')
  const { items } = await staff.call('listGridRedraws', { params: { communityId } })
  expect(items).toMatchObject([{ id: redrawId, appliedAt: expect.any(String), cellsBefore: 4 }])
})

test('nobody but the staff of the community draws its cells anew, and nobody is told of what they may not see', async () => {
  const elsewhere = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'cisongtang' }))
  const attempt = (client: Client) => client.attempt('previewGridRedraw', { params: { communityId, redrawId } })
  expect((await attempt(elsewhere)).code).toBe('not_found')
  expect((await tryApply(elsewhere, 'a'.repeat(64))).code).toBe('not_found')
  expect((await elsewhere.attempt('listGridRedraws', { params: { communityId } })).code).toBe('not_found')
  for (const client of [worker, resident]) expect((await attempt(client)).code).toBe('forbidden')
  expect((await attempt(server.anonymous)).code).toBe('unauthenticated')
  const hidden = await report()
  await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
    hidden.workItemId,
    staff.personId,
  ])
  expect((await preview(staff)).moves).toEqual([])
  await apply(staff)
  expect(await leftBehind()).toEqual([])
})

test('a map that is applied while everybody reports and moves loses nothing and leaves nothing behind', async () => {
  const second = await startTestServer({ DATABASE_URL: server.databaseUrl })
  const onSecond = (client: Client) => createClient(second.url, client.token, client.personId)
  const acknowledged: string[] = []
  const reportAt = async (client: Client, cell: number): Promise<void> => {
    const answer = await tryReport(client, placeIn(cell))
    if (answer.status !== 201) throw new Error(answer.text)
    acknowledged.push(IssueReceipt.parse(answer.body).receiptNumber)
  }
  // A move that comes too late is refused; whatever is answered, nothing may be left behind.
  const relocate = async (receipt: Receipt, cell: number): Promise<void> => {
    await tryMove(onSecond(staff), receipt, 'relocate', { placeId: placeIn(cell) }).catch(() => undefined)
  }
  const receipts = [await report(placeIn(1)), await report(placeIn(2)), await report(placeIn(3))]
  acknowledged.push(...receipts.map(({ receiptNumber }) => receiptNumber))
  const applyAmongOthers = async (round: number): Promise<boolean> => {
    const { planHash } = await preview(staff)
    const [answer] = await Promise.all([
      tryApply(staff, planHash),
      ...[1, 2, 3, 4].flatMap((cell) => [reportAt(resident, cell), reportAt(onSecond(resident), cell)]),
      ...receipts.map((receipt, index) => relocate(receipt, ((round + index) % 4) + 1)),
    ])
    if (answer.status !== 200 && answer.code !== 'redraw_plan_stale') throw new Error(answer.text)
    return answer.status === 200
  }
  let isApplied = false
  for (let round = 0; round < 40 && !isApplied; round += 1) isApplied = await applyAmongOthers(round)
  expect(isApplied).toBe(true)
  expect(await leftBehind()).toEqual([])
  const rows = await server.sql<{ receipt_number: string }>('select receipt_number from work_item')
  expect(rows.map((row) => row.receipt_number).toSorted()).toEqual(acknowledged.toSorted())
  await second.app.lookAtConfig()
  expect(second.app.context.config().hash).toBe(server.app.context.config().hash)
  await second.stop()
}, 60_000)
