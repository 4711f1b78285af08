import { applyGridRedraw as configUnder } from '@little-bench/config/grid-redraw'
import type { CommunityConfig, GridRedrawConfig } from '@little-bench/config/model'
import type { Service } from '@little-bench/shared/communities/duty'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { GridRedraw, GridRedrawPlan } from '@little-bench/shared/work-queue/oversight.contract'
import type { z } from 'zod'
import { communityOf, takeMapLock } from '../communities/index.ts'
import { peopleInScope } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { carryOutRedraw } from './carry-out-redraw.ts'
import { type Engine, within } from './engine.ts'
import { presentPlan, presentRedraw } from './grid-redraw.presenter.ts'
import { listOpenItems, lockOpenItems } from './grid-redraw.repository.ts'
import { hashOfPlan, type PlannedItem, planItem, type Redrawing } from './grid-redraw-plan.ts'
import type { SubjectPlace } from './subjects.ts'
import { servedQueues } from './work-item.policy.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

type PlanView = z.input<typeof GridRedrawPlan>
type Address = { communityId: string; redrawId: string }

/** The maps that configuration holds for a community, applied or not. Errors: `not_found` for whoever does not staff it. */
export const listGridRedraws = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
): Promise<z.input<typeof GridRedraw>[]> => {
  const community = staffedCommunity(engine, viewer, communityId)
  return community.gridRedraws.map((redraw) =>
    presentRedraw(redraw, community, appliedAtOf(engine, communityId, redraw.id), viewer),
  )
}

/** What applying a map would do now; changes nothing. Errors: `not_found`, `redraw_already_applied`. */
export const previewGridRedraw = async (engine: Engine, viewer: Viewer, address: Address): Promise<PlanView> => {
  const redrawing = redrawingOf(engine, viewer, address)
  const plan = await planOf(engine, redrawing, await listOpenItems(engine.db, address.communityId))
  const people = await peopleInScope(engine, { communityId: address.communityId, unitId: null })
  return presentPlan(redrawing, plan, people, { viewer, appliedAt: null })
}

const DEADLOCK = '40P01'

/**
 * Puts a map in force exactly as it was previewed, all of it or nothing. Whoever reports or re-routes works by the map
 * under a shared lock until they commit; this waits for them, and they for this. So nothing comes into an old queue after
 * the plan was made, and the rows themselves are held against every other move. Errors: `not_found`,
 * `redraw_already_applied`, `redraw_plan_stale` when anything has changed since the preview.
 */
export const applyGridRedraw = async (
  engine: Engine,
  viewer: Viewer,
  address: Address,
  planHash: string,
  write: Write,
): Promise<PlanView> => {
  const now = engine.clock.now()
  try {
    const view = await inTransaction(engine.db, now, write, (trx) =>
      applyInside(within(engine, trx), trx, viewer, address, { planHash, now }),
    )
    await engine.gridMaps.takeRedraws(engine.db)
    return view
  } catch (error) {
    // Somebody who held one item waited for another one that was held here: the items are not as they were previewed.
    if (error instanceof Error && 'code' in error && error.code === DEADLOCK) throw new AppError('redraw_plan_stale')
    throw error
  }
}

const applyInside = async (
  engine: Engine,
  trx: Trx,
  viewer: Viewer,
  address: Address,
  { planHash, now }: { planHash: string; now: Date },
): Promise<PlanView> => {
  staffedCommunity(engine, viewer, address.communityId)
  await takeMapLock(trx, address.communityId)
  await engine.gridMaps.takeRedraws(trx)
  const redrawing = redrawingOf(engine, viewer, address)
  const plan = await planOf(engine, redrawing, await lockOpenItems(trx, address.communityId))
  if (hashOfPlan(redrawing, plan) !== planHash) throw new AppError('redraw_plan_stale')
  const people = await peopleInScope(engine, { communityId: address.communityId, unitId: null })
  await carryOutRedraw(engine, trx, redrawing, plan, { actorId: viewer.personId, planHash, now })
  return presentPlan(redrawing, plan, people, { viewer, appliedAt: now.toISOString() })
}

const staffedCommunity = (engine: Engine, viewer: Viewer, communityId: string): CommunityConfig => {
  const community = communityOf(engine, communityId)
  const served = servedQueues(viewer.roles, engine.config())
  if (!served.get(community.ladder.communityQueueId)) throw new AppError('not_found')
  return community
}

const appliedAtOf = (engine: Engine, communityId: string, redrawId: string): string | null =>
  engine.gridMaps.applied(communityId).find((applied) => applied.redrawId === redrawId)?.appliedAt ?? null

/** Both maps. Errors: `not_found`, `redraw_already_applied`. */
const redrawingOf = (engine: Engine, viewer: Viewer, { communityId, redrawId }: Address): Redrawing => {
  const community = staffedCommunity(engine, viewer, communityId)
  if (appliedAtOf(engine, communityId, redrawId) !== null) throw new AppError('redraw_already_applied')
  const redraw = community.gridRedraws.find(({ id }) => id === redrawId)
  if (!redraw || !isForMapOf(redraw, community)) throw new AppError('not_found')
  const before = engine.config()
  return { redraw, communityId, before, after: configUnder(before, communityId, redrawId) }
}

/** A redraw that was made for a map that has since been replaced cannot be applied any more. */
const isForMapOf = (redraw: GridRedrawConfig, { gridCells }: CommunityConfig): boolean =>
  redraw.gridCells.every(({ formerly }) => formerly.every((id) => gridCells.some((cell) => cell.id === id)))

const planOf = async (
  engine: Engine,
  redrawing: Redrawing,
  items: readonly RatedWorkItemRow[],
): Promise<PlannedItem[]> => {
  const { communityId, after } = redrawing
  const community = after.communities.get(communityId)
  if (!community) throw new AppError('not_found')
  const places = new Map<Service, Map<string, SubjectPlace>>()
  for (const service of new Set(items.map((item) => item.service))) {
    const subjectIds = items.filter((item) => item.service === service).map((item) => item.subject_id)
    places.set(service, await engine.subjects.locate(engine.db, service, communityId, subjectIds))
  }
  return items.map((item) =>
    planItem(redrawing, item, {
      place: places.get(item.service)?.get(item.subject_id),
      category: engine.subjects.categoryOf(item.service, community, item.service_code),
    }),
  )
}
