import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { Role } from '@little-bench/shared/people/roles'
import type { Move, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import type { Api, Client } from './client.ts'
import type { TestServer } from './server.ts'

type Scope = Partial<Record<'communityId' | 'gridCellId' | 'unitId', string>>
type Report = CallInput<Api['reportIssue']>['body']
export type Receipt = CallResult<Api['reportIssue']>
export type WorkItem = CallResult<Api['getWorkItem']>

/** The id of a demonstration person in that role; `index` chooses among several. */
export const personIdOf = (server: TestServer, role: Role, scope: Scope = {}, index = 0): string => {
  const found = server.app.context
    .config()
    .demoPeople.filter(({ roles }) =>
      roles.some(
        (assignment) =>
          assignment.role === role &&
          (scope.communityId === undefined || assignment.communityId === scope.communityId) &&
          (scope.gridCellId === undefined || assignment.gridCellId === scope.gridCellId) &&
          (scope.unitId === undefined || assignment.unitId === scope.unitId),
      ),
    )[index]
  if (!found) throw new Error(`no demonstration person for ${role} ${JSON.stringify(scope)}`)
  return found.id
}

/** Adds somebody whom the demonstration data does not have; signs in like the others. */
export const addPerson = async (
  server: TestServer,
  role: Role,
  scope: Scope,
  { name = '示范人员', isDemo = true } = {},
): Promise<string> => {
  const id = uuidv7()
  await server.sql('insert into person (id, name, is_demo, created_at) values ($1, $2, $3, now())', [id, name, isDemo])
  await server.sql(
    'insert into role_assignment (person_id, role, community_id, grid_cell_id, unit_id) values ($1, $2, $3, $4, $5)',
    [id, role, scope.communityId ?? null, scope.gridCellId ?? null, scope.unitId ?? null],
  )
  return id
}

/** The people around one item in the first grid cell of 绕赛, signed in. */
export const signInRaosai = async (server: TestServer) => {
  const as = (role: Role, scope: Scope, index = 0) => server.signIn(personIdOf(server, role, scope, index))
  const communityId = 'raosai'
  const [resident, neighbour, worker, otherWorker, leader, staff, elsewhere] = await Promise.all([
    as('resident', { communityId }),
    as('resident', { communityId }, 1),
    as('grid_worker', { gridCellId: 'raosai-1' }),
    as('grid_worker', { gridCellId: 'raosai-2' }),
    as('grid_leader', { gridCellId: 'raosai-1' }),
    as('community_staff', { communityId }),
    as('community_staff', { communityId: 'cisongtang' }),
  ])
  return { resident, neighbour, worker, otherWorker, leader, staff, elsewhere }
}
export type Raosai = Awaited<ReturnType<typeof signInRaosai>>

/** A private report for the first grid cell of 绕赛. */
export const aReport = (changes: Partial<Report> = {}): Report => ({
  serviceCode: 'garbage',
  description: '巷口的垃圾三天没有清。',
  placeId: 'raosai-dongzisu-lane-3-no-7',
  ...changes,
})

export const report = (resident: Client, changes: Partial<Report> = {}, communityId = 'raosai'): Promise<Receipt> =>
  resident.call('reportIssue', { params: { communityId }, body: aReport(changes) })

/** Whatever names an item of 绕赛: a receipt, or a work of a split item. */
export type Named = Pick<Receipt, 'workItemId'>

export const addressOfItem = (receipt: Named) => ({
  communityId: 'raosai',
  workItemId: receipt.workItemId,
})

export const itemFor = (client: Client, receipt: Named): Promise<WorkItem> =>
  client.call('getWorkItem', { params: addressOfItem(receipt) })

/** What only some moves need; everything that an item of the first grid cell of 绕赛 can be moved with. */
const NEEDED: Partial<Record<Move, Record<string, unknown>>> = {
  refer: { queueId: 'municipal-works' },
  invite: { queueIds: ['power-supply'] },
  suspend: { reason: 'materials', until: '2026-12-01T02:00:00.000Z' },
  split: { parts: [{ title: '清走垃圾' }, { title: '补一个垃圾桶' }] },
  merge: { receiptNumber: 'RS-20261123-9999', direction: 'into' },
  recategorise: { serviceCode: 'street_light' },
  relocate: { placeId: 'raosai-dongzisu-lane-3-entrance' },
  convert: { service: 'mediation', agreed: '只带这一句话。', hasConsent: true },
  close: { outcome: 'not_ours' },
}

/** A complete body for a move: whatever any state may need is there, but for whom it is handed to. */
export const bodyOf = (move: Move, version: number, changes: object = {}): Record<string, unknown> => ({
  move,
  version,
  note: '说明一下情况。',
  ...NEEDED[move],
  ...changes,
})

/** Makes a move at the item's present version. */
export const make = async (client: Client, receipt: Named, move: Move, changes: object = {}) => {
  const { version } = await itemFor(client, receipt)
  const answer = await client.attempt('moveWorkItem', {
    params: addressOfItem(receipt),
    body: bodyOf(move, version, changes),
  })
  if (answer.status !== 200) throw new Error(`${move} answered ${answer.text}`)
  return answer
}

/** A private item of the first grid cell, brought into a state by the people who would do it. */
export const itemIn = async (people: Raosai, state: WorkItemState, changes: Partial<Report> = {}): Promise<Receipt> => {
  const receipt = await report(people.resident, changes)
  if (state === 'queued') return receipt
  if (state === 'dispatched') {
    await make(people.leader, receipt, 'dispatch', { assigneeId: people.worker.personId })
    return receipt
  }
  await make(people.worker, receipt, 'claim')
  if (state === 'accepted') return receipt
  await make(people.worker, receipt, 'resolve')
  if (state === 'closed') await make(people.leader, receipt, 'close')
  return receipt
}
