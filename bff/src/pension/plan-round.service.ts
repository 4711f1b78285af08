import { AppError } from '@little-bench/shared/kernel/errors'
import { VISIT_LIFECYCLE } from '@little-bench/shared/pension/ways'
import { findPersonById } from '../people/index.ts'
import { handOf } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { forgetCalls } from './forget-calls.ts'
import { lockVisits, type RoundKey, type VisitRow } from './home-visit.repository.ts'
import { type RoundView, readRound } from './list-rounds.service.ts'
import { moveVisit, UNPLANNED } from './move-visit.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { type PlannedTime, planRefusal } from './plan-rules.ts'
import { sealAt } from './sealed-visit.ts'
import { tellOfVisit, tellVisitor } from './tell-of-visit.ts'
import { makesVisits, plansVisits } from './visit.policy.ts'
import { drawVisitCode } from './visit-code.ts'
import { insertRound, lockRound, takePlanningLock } from './visit-round.repository.ts'
import { inOneOrder, openRound, prepareRoundItem, roundOf, settleRound } from './visit-round-item.ts'
import { spokenDay, spokenMinute } from './visit-words.ts'

type PlannedVisit = PlannedTime & { version: number }
type RoundAddress = RoundKey & { communityId: string }

interface Planning {
  engine: Engine
  trx: Trx
  community: PensionCommunity
  key: RoundKey
  hand: { actorId: string; actingForId: string | null }
  now: Date
}

/**
 * Makes this the round of somebody on a day, in the place of what it was. Whom they go to anew is told, and has a code of
 * their own; whom they do not go to any more waits again, and is told. Errors: `not_found`, `unknown_staff`, `date_in_past`,
 * `slot_closed` (hours, or a day that does not suit), `round_full`, `visit_changed`.
 */
export const planVisitRound = async (
  engine: Engine,
  viewer: Viewer,
  { communityId, ...key }: RoundAddress,
  visits: readonly PlannedVisit[],
  write: Write,
): Promise<RoundView> => {
  const community = communityWithPension(engine, communityId)
  if (!plansVisits(viewer.roles, communityId)) throw new AppError('not_found')
  const now = engine.clock.now()
  const receiptNumber = visits.length > 0 ? await prepareRoundItem(engine, community, key, now) : null
  await inTransaction(engine.db, now, write, async (trx) => {
    const planning: Planning = { engine, trx, community, key, hand: handOf(viewer), now }
    await takePlanningLock(trx, communityId)
    await requirePossible(planning, visits)
    const held = await holdAll(planning, visits)
    if (visits.length > 0) await openRound(engine, trx, community, { key, receiptNumber, now })
    await replaceRound(planning, held, visits)
    return { on: key.on }
  })
  return readRound(engine, viewer, community, key)
}

const requirePossible = async (
  { trx, community, key, now }: Planning,
  visits: readonly PlannedVisit[],
): Promise<void> => {
  const visitor = await findPersonById(trx, key.visitorId)
  if (!visitor || !makesVisits(visitor.roles, community.id)) throw new AppError('unknown_staff')
  const refusal = planRefusal({ on: key.on, visits }, community.pension.visits, now)
  if (refusal) throw new AppError(refusal)
}

/** Visits first, then the rounds they are in: so does whoever writes down an outcome, and nobody waits for who waits for them. */
const holdAll = async (
  { trx, community, key, now }: Planning,
  visits: readonly PlannedVisit[],
): Promise<VisitRow[]> => {
  const held = await lockVisits(trx, community.id, { ids: visits.map(({ visitId }) => visitId), round: key })
  if (visits.length > 0) await insertRound(trx, community.id, key, now)
  const rounds = held.flatMap((visit) => roundOf(visit) ?? [])
  for (const round of inOneOrder([key, ...rounds])) await lockRound(trx, community.id, round)
  return held
}

const replaceRound = async (
  planning: Planning,
  held: readonly VisitRow[],
  visits: readonly PlannedVisit[],
): Promise<void> => {
  const { engine, trx, community, key, now } = planning
  const ids = visits.map(({ visitId }) => visitId)
  const before = held.filter((visit) => isIn(visit, key))
  // Whom they have been to already stays in the round, also when the plan leaves them out.
  const been = before.filter(({ id, state }) => state !== 'planned' && state !== 'cancelled' && !ids.includes(id))
  if (visits.length + been.length > community.pension.visits.perVisitorAndDay) throw new AppError('round_full')
  const leftRounds: RoundKey[] = []
  const told: string[] = []
  for (const planned of visits) {
    const visit = held.find(({ id }) => id === planned.visitId)
    if (visit?.version !== planned.version) throw new AppError('visit_changed')
    const left = roundOf(visit)
    if (!(await planVisit(planning, visit, planned))) continue
    leftRounds.push(...(left ? [left] : []))
    told.push(visit.person_id)
  }
  for (const visit of before.filter(({ id, state }) => state === 'planned' && !ids.includes(id))) {
    await unplanVisit(planning, visit)
    told.push(visit.person_id)
  }
  for (const left of inOneOrder([key, ...leftRounds])) await settleRound(engine, trx, community.id, left, now)
  // Of whoever is told anew nothing older is said; whose visit stays as it was is still to be called.
  await forgetCalls(trx, community.id, { of: 'visit', personIds: told }, now)
}

const isIn = (visit: VisitRow, { on, visitorId }: RoundKey): boolean =>
  visit.visit_on === on && visit.visitor_id === visitorId

/** False when nothing has changed for whoever is visited: they keep their code, and are told nothing. */
const planVisit = async (
  { engine, trx, key, hand, now }: Planning,
  visit: VisitRow,
  { from, until }: PlannedVisit,
): Promise<boolean> => {
  const isSame = isIn(visit, key) && visit.from_minute === from && visit.until_minute === until
  const isOver = VISIT_LIFECYCLE[visit.state].length === 0
  if (isSame && (isOver || (visit.state === 'planned' && visit.locked_at === null))) return false
  if (visit.not_on.includes(key.on)) throw new AppError('slot_closed')
  const planned = await moveVisit(trx, visit, {
    to: 'planned',
    hand,
    now,
    change: {
      ...UNPLANNED,
      planning: visit.planning + 1,
      visitor_id: key.visitorId,
      visit_on: key.on,
      from_minute: from,
      until_minute: until,
      sealed_code: sealAt(engine.sealer, 'code', visit.id, drawVisitCode()),
    },
  })
  if (visit.visitor_id !== key.visitorId) await tellVisitor(engine, trx, visit)
  const details = { on: spokenDay(key.on), from: spokenMinute(from), until: spokenMinute(until) }
  await tellOfVisit(engine, trx, planned, { kind: 'visit_planned', details }, now)
  return true
}

/** Back among those who wait, and where they stood: the order is by when they asked. */
const unplanVisit = async ({ engine, trx, hand, now }: Planning, visit: VisitRow): Promise<void> => {
  const waiting = await moveVisit(trx, visit, { to: 'requested', hand, now, change: UNPLANNED })
  await tellOfVisit(engine, trx, waiting, { kind: 'visit_changed', details: { visitChange: 'waits_again' } }, now)
}
