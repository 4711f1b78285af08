import { AppError } from '@little-bench/shared/kernel/errors'
import { instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import { outcomeCounts, type VisitOutcome } from '@little-bench/shared/pension/ways'
import { v7 as uuidv7 } from 'uuid'
import { handOf } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, takeReceiptNumber } from '../work-queue/index.ts'
import { forgetCalls } from './forget-calls.ts'
import {
  findVisit,
  listPlanningsFor,
  lockVisit,
  type VisitAddress,
  type VisitEventRow,
  type VisitRow,
} from './home-visit.repository.ts'
import { openVisits } from './list-rounds.service.ts'
import { moveVisit } from './move-visit.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { refuseBiometrics } from './refuse-biometrics.ts'
import { presentRoundVisit, type RoundVisitView } from './round-visit.presenter.ts'
import { sealAtOrNull } from './sealed-visit.ts'
import { tellOfVisit, tellVisitor } from './tell-of-visit.ts'
import { makesVisits, plansVisits } from './visit.policy.ts'
import { reportFollowUp } from './visit-follow-up.ts'
import { insertOutcome, listOutcomes } from './visit-outcome.repository.ts'
import { inOneOrder, roundOf, settleRound } from './visit-round-item.ts'
import { writeDone } from './write-done.ts'

export interface SaidOutcome {
  outcome: VisitOutcome
  note?: string | undefined
  /** By a device that was without a network, whose clock may be wrong. */
  at?: string | undefined
}

interface Recorded {
  visit: RoundVisitView
  hasWon: boolean
}

interface Recording {
  engine: Engine
  trx: Trx
  viewer: Viewer
  community: PensionCommunity
  now: Date
}

/** After these somebody calls: it is work of its own. */
const FOLLOWED_UP: readonly VisitOutcome[] = ['needs_hospital', 'refused']

/**
 * What became of a visit, by whoever went there. Each device's record is kept, and the first that comes in counts; only that
 * somebody was met counts before that nobody was home. So a visit that was moved or cancelled meanwhile loses nothing.
 * Errors: `not_found` for what was never theirs, `visit_changed` before its day, `biometrics_refused`.
 */
export const recordVisitOutcome = async (
  engine: Engine,
  viewer: Viewer,
  { communityId, visitId }: VisitAddress,
  said: SaidOutcome,
  write: Write,
): Promise<Recorded> => {
  const community = communityWithPension(engine, communityId)
  if (!makesVisits(viewer.roles, communityId)) throw new AppError('not_found')
  const now = engine.clock.now()
  const receiptNumber = FOLLOWED_UP.includes(said.outcome) ? await takeReceiptNumber(engine, community, now) : null
  const { hasWon } = await inTransaction(engine.db, now, write, async (trx) => {
    refuseBiometrics(said.note)
    const recording: Recording = { engine, trx, viewer, community, now }
    const visit = await lockVisit(trx, { communityId, visitId })
    const planning = visit && (await planningOf(recording, visit))
    if (!visit || !planning) throw new AppError('not_found')
    return { hasWon: await writeDown(recording, visit, planning, { ...said, receiptNumber }) }
  })
  return { visit: await readRoundVisit(engine, viewer, community, visitId), hasWon }
}

/**
 * The last time at which the visit was theirs to make, today or before; undefined when it never was. Errors: `visit_changed`
 * when its day is still to come.
 */
const planningOf = async (
  { trx, viewer, now }: Recording,
  { community_id: communityId, id: visitId }: VisitRow,
): Promise<VisitEventRow | undefined> => {
  const plannings = await listPlanningsFor(trx, { communityId, visitId }, viewer.personId)
  const today = shanghaiTime(now).date
  const planning = plannings.find(({ visit_on: on }) => on !== null && on <= today)
  if (!planning && plannings.length > 0) throw new AppError('visit_changed')
  return planning
}

const writeDown = async (
  recording: Recording,
  before: VisitRow,
  planning: VisitEventRow,
  said: SaidOutcome & { receiptNumber: string | null },
): Promise<boolean> => {
  const { engine, trx, viewer, now } = recording
  const isInTheirRound = before.planning === planning.planning
  const hasWon =
    outcomeCounts(before.state, said.outcome, { isInTheirRound }) && !(await wasMet(trx, before, planning.planning))
  const id = uuidv7()
  const at = happenedAt(said.at, planning, now)
  await insertOutcome(trx, {
    community_id: before.community_id,
    id,
    visit_id: before.id,
    planning: planning.planning ?? before.planning,
    outcome: said.outcome,
    standing: hasWon ? 'counts' : standingOf(before, isInTheirRound),
    sealed_note: sealAtOrNull(engine.sealer, 'outcomeNote', id, said.note),
    recorded_by: viewer.actorId,
    happened_at: at.toISOString(),
    recorded_at: now.toISOString(),
  })
  if (hasWon) await follow(recording, before, planning, { ...said, at })
  return hasWon
}

/** Whether it was said already that somebody was met at that time. */
const wasMet = async (
  trx: Trx,
  { community_id: communityId, id }: VisitRow,
  planning: number | null,
): Promise<boolean> =>
  (await listOutcomes(trx, communityId, [id])).some(
    (said) => said.planning === planning && said.standing === 'counts' && said.outcome !== 'not_at_home',
  )

/** On the day of the visit or later, and never later than now. */
const happenedAt = (said: string | undefined, { visit_on: on }: VisitEventRow, now: Date): Date => {
  const at = said === undefined ? now : new Date(said)
  const begins = instantOf(on ?? shanghaiTime(now).date, 0)
  return new Date(Math.min(Math.max(at.getTime(), begins.getTime()), now.getTime()))
}

const standingOf = ({ state }: VisitRow, isInTheirRound: boolean) =>
  isInTheirRound && state !== 'cancelled' ? 'another_was_first' : 'visit_was_over'

/** What follows from an outcome that counts: the visit, the proof, whoever is told, and the work of its rounds. */
const follow = async (
  { engine, trx, viewer, community, now }: Recording,
  before: VisitRow,
  { visitor_id, visit_on, from_minute, until_minute }: VisitEventRow,
  { outcome, at, receiptNumber }: { outcome: VisitOutcome; at: Date; receiptNumber: string | null },
): Promise<void> => {
  const visit = await moveVisit(trx, before, {
    to: outcome,
    hand: handOf(viewer),
    now,
    // It is shown where it was made, also when it had been moved to another round.
    change: { visitor_id, visit_on, from_minute, until_minute, sealed_code: null },
  })
  if (receiptNumber !== null)
    await reportFollowUp(engine, trx, community, visit, { receiptNumber, actorId: viewer.actorId, now })
  // Whoever else would have gone there need not.
  if (before.visitor_id !== visitor_id) await tellVisitor(engine, trx, before)
  await tellOfVisit(engine, trx, visit, { kind: 'visit_outcome' }, now)
  const rounds = [before, visit].flatMap((one) => roundOf(one) ?? [])
  for (const round of inOneOrder(rounds)) await settleRound(engine, trx, community.id, round, now)
  const { person_id: personId } = visit
  if (outcome === 'done') {
    const known = { evidence: 'visitor_was_there', recordedBy: viewer.actorId, recordedAs: 'visitor' } as const
    await writeDone(engine, trx, community, { personId, on: shanghaiTime(at).date, ...known }, now)
  } else await forgetCalls(trx, community.id, { of: 'visit', personIds: [personId] }, now)
}

const readRoundVisit = (
  engine: Engine,
  viewer: Viewer,
  community: PensionCommunity,
  visitId: string,
): Promise<RoundVisitView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const visit = await findVisit(trx, { communityId: community.id, visitId })
    if (!visit) throw new AppError('not_found')
    const reader = {
      readerId: viewer.personId,
      language: viewer.language,
      today: shanghaiTime(now).date,
      plans: plansVisits(viewer.roles, community.id),
    }
    const around = await openVisits(engine, trx, { community, visits: [visit], visitorIds: [] }, reader)
    return presentRoundVisit(visit, around, reader)
  })
}
