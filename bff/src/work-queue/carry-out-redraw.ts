import { v7 as uuidv7 } from 'uuid'
import { insertAppliedRedraw, recordConfigVersion } from '../communities/index.ts'
import { moveGridRoles } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { insertAuditLine } from './audit-line.repository.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { staffOfQueue } from './dispatch-candidates.ts'
import type { Engine } from './engine.ts'
import { moveFollowUps, refileFinishedItems } from './grid-redraw.repository.ts'
import { changeOf, isChanged, type PlannedItem, queueSuccessions, type Redrawing } from './grid-redraw-plan.ts'
import { findNewestRoster, insertRoster, type RosterRow } from './roster.repository.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'
import { insertEvents } from './work-item-event.repository.ts'

interface Application {
  actorId: string
  planHash: string
  now: Date
}

/** Does what was planned, inside the caller's transaction, which holds the map and every open item. */
export const carryOutRedraw = async (
  engine: Engine,
  trx: Trx,
  redrawing: Redrawing,
  plan: readonly PlannedItem[],
  application: Application,
): Promise<void> => {
  const { actorId, planHash, now } = application
  const { redraw, communityId, after } = redrawing
  const underNewMap: Engine = { ...engine, config: () => after }
  await recordConfigVersion(trx, after, now)
  await moveGridRoles(
    trx,
    communityId,
    redraw.gridCells.flatMap(({ id, formerly }) => formerly.map((from) => ({ from, to: id }))),
  )
  await handOnRosters(trx, redrawing, application)
  const changed = plan.filter((planned) => isChanged(redrawing, planned))
  for (const planned of changed) await moveItem(underNewMap, trx, redrawing, planned, application)
  await refileFinished(trx, redrawing, application)
  await insertAppliedRedraw(trx, {
    community_id: communityId,
    redraw_id: redraw.id,
    plan_hash: planHash,
    moved_items: changed.length,
    applied_by: actorId,
    applied_at: now.toISOString(),
  })
  await insertAuditLine(trx, {
    id: uuidv7(),
    at: now.toISOString(),
    actor_id: actorId,
    community_id: communityId,
    action: 'grid_redrawn',
    details: JSON.stringify({ redrawId: redraw.id, planHash, movedItems: changed.length }),
  })
}

/** A new queue begins with the rosters of those that it comes from, as their people do; nobody's own one is replaced. */
const handOnRosters = async (trx: Trx, redrawing: Redrawing, { actorId, now }: Application): Promise<void> => {
  const successions = queueSuccessions(redrawing)
  for (const queueId of new Set(successions.map(({ to }) => to))) {
    const from = new Set(successions.filter(({ to }) => to === queueId).map((succession) => succession.from))
    const rosters: RosterRow[] = []
    for (const id of from) {
      const roster = await findNewestRoster(trx, id)
      if (roster) rosters.push(roster)
    }
    if (rosters.length === 0) continue
    await insertRoster(trx, {
      queueId,
      replaces: 0,
      mode: rosters.some(({ mode }) => mode === 'roster') ? 'roster' : 'claim',
      shifts: rosters.flatMap(({ shifts }) => shifts),
      savedBy: actorId,
      savedAt: now,
    })
  }
}

/** Whoever has the item keeps it when they serve the new queue; otherwise it waits there, or goes to who is on duty. */
const moveItem = async (
  engine: Engine,
  trx: Trx,
  redrawing: Redrawing,
  planned: PlannedItem,
  { actorId, now }: Application,
): Promise<void> => {
  const { gridCellId, queueId } = planned
  const item = await handedBack(engine, trx, planned, now)
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'redrawn',
      actorId,
      change: changeOf(redrawing, planned),
      details: {
        fromGridCellId: item.grid_cell_id,
        toGridCellId: gridCellId,
        fromQueueId: item.queue_id,
        toQueueId: queueId,
      },
    },
    now,
  )
  await dispatchByRoster(engine, trx, after, { excluded: [], now })
}

const handedBack = async (
  engine: Engine,
  trx: Trx,
  { item, queueId }: PlannedItem,
  now: Date,
): Promise<RatedWorkItemRow> => {
  if (item.assignee_id === null || queueId === item.queue_id) return item
  const staff = await staffOfQueue(engine, queueId)
  if (staff.some(({ id }) => id === item.assignee_id)) return item
  return applyStep(
    engine,
    trx,
    item,
    { kind: 'returned', actorId: null, change: { state: 'queued', assignee_id: null } },
    now,
  )
}

const EVENTS_AT_ONCE = 1_000

/** What is finished keeps its cell and comes to the community, which can read it and take it up again. */
const refileFinished = async (trx: Trx, redrawing: Redrawing, { actorId, now }: Application): Promise<void> => {
  const { communityId, after } = redrawing
  const queueId = after.communities.get(communityId)?.ladder.communityQueueId
  if (queueId === undefined) throw new Error(`no community ${communityId}`)
  const successions = queueSuccessions(redrawing)
  const refiled = await refileFinishedItems(trx, communityId, queueId, successions)
  for (let start = 0; start < refiled.length; start += EVENTS_AT_ONCE) {
    await insertEvents(
      trx,
      refiled.slice(start, start + EVENTS_AT_ONCE).map((item) => ({
        community_id: communityId,
        id: uuidv7(),
        work_item_id: item.id,
        service: item.service,
        kind: 'redrawn' as const,
        from_state: item.state,
        to_state: item.state,
        queue_id: item.queue_id,
        actor_id: actorId,
        visible_to: 'staff' as const,
        details: JSON.stringify({ fromQueueId: item.from_queue_id, toQueueId: item.queue_id }),
        created_at: now.toISOString(),
      })),
    )
  }
  await moveFollowUps(
    trx,
    communityId,
    successions.map(({ from }) => from),
  )
}
