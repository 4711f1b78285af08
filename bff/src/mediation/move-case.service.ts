import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import type { CaseActor, CaseMove } from '@little-bench/shared/mediation/lifecycle'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { claimFor, type Engine, reopenFor } from '../work-queue/index.ts'
import { cancelOpenFollowUps } from './agreement.repository.ts'
import { actorOf, movesFor, shownTo } from './case.policy.ts'
import type { CaseAddress } from './case.repository.ts'
import { dropDue, insertDue } from './case-due.repository.ts'
import { addressOf, type CaseWork, type CaseWorkBy, onCase } from './case-work.ts'
import { leaveConcealed, moveCase } from './change-case.ts'
import { chooseNext, openAnswerTime } from './choose-next.ts'
import { isCommitteesTurn } from './choosing.repository.ts'
import { viewCase, viewLeftCase } from './read-case.service.ts'
import { tellCommittee, tellMediator } from './tell-case.ts'

export interface HandMove {
  move: CaseMove
  version: number
  reason?: string | undefined
}

/**
 * One move by hand. Errors: `not_found`, `case_changed` for another version than the viewer's, `move_not_allowed`,
 * `reason_missing`, `checklist_incomplete`.
 */
export const moveMediationCase = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  body: HandMove,
  write: Write,
): Promise<z.input<typeof MediationCase>> => {
  await onCase(engine, viewer, address, write, async (work) => {
    const { row, roles, now } = work
    const shown = shownTo(row, roles, now)
    const isSide = roles.some((role) => role === 'applicant' || role === 'respondent')
    if (body.version !== (isSide ? row.shared_version : row.version)) throw new AppError('case_changed')
    const turn = { isCommitteesTurn: await isCommitteesTurn(work.trx, row) }
    if (!movesFor(shown, roles, turn).includes(body.move)) throw new AppError('move_not_allowed')
    await make(work, body)
    // What the case says is read after it: the result of a write that may be repeated is stored.
    return {}
  })
  return body.move === 'recuse' ? viewLeftCase(engine, viewer, address) : viewCase(engine, viewer, address)
}

/** Moves that say why, to the committee. */
const WITH_REASON: readonly CaseMove[] = ['recuse', 'decline']

const make = async (work: CaseWorkBy, { move, reason }: HandMove): Promise<void> => {
  const { row, viewer, roles } = work
  if (move === 'withdraw') return leave(work)
  if (WITH_REASON.includes(move) && !reason) throw new AppError('reason_missing')
  const by = actorOf(row.state, move, roles)
  if (!by) throw new AppError('move_not_allowed')
  const step = { move, by, actorId: viewer.personId, reason, isShared: true } as const
  switch (move) {
    case 'invite':
      await invite(work, step)
      return
    case 'decline':
      await moveCase(work, { ...step, outcome: 'not_for_mediation' })
      return
    case 'lapse':
      await moveCase(work, { ...step, outcome: 'not_begun' })
      return
    case 'recuse':
      await stepBack(work, step)
      return
    case 'meet':
      if (!row.has_law || !row.has_policy || !row.has_plan) throw new AppError('checklist_incomplete')
      await moveCase(work, step)
      return
    case 'fail':
      await fail(work, step)
      return
    case 'relapse':
      await beginAgain(work, step)
      return
    default:
      await moveCase(work, step)
  }
}

interface Step {
  move: CaseMove
  by: CaseActor
  actorId: string
  reason: string | undefined
  isShared: true
}

/** Whoever is invited and leaves has refused: nobody but the committee can tell it from no answer. */
const leave = async (work: CaseWorkBy): Promise<void> => {
  const { row, viewer, roles } = work
  if (row.concealed_until !== null) {
    await tellCommittee(await leaveConcealed(work, viewer.personId))
    return
  }
  if (roles.includes('respondent') && row.state === 'inviting') {
    await refuse(work, viewer.personId)
    return
  }
  const by = actorOf(row.state, 'withdraw', roles)
  if (!by) throw new AppError('move_not_allowed')
  const left = await moveCase(work, {
    move: 'withdraw',
    by,
    actorId: viewer.personId,
    isShared: true,
    outcome: 'withdrawn',
    // Whoever was only asked stays unnamed, and has nothing to read any more.
    ...(row.state === 'ordered' && { change: { mediator_id: null } }),
  })
  if (row.state !== 'requested') await tellCommittee(left)
  if (left.row.mediator_id !== null) await tellMediator(left, left.row.mediator_id)
}

/**
 * The other side does not want to: the committee reads it in its list at once, the applicant when the time to answer is
 * over. Nobody is called to the case now: that they came would stand in the list of reads, and say it.
 */
export const refuse = async (work: CaseWork, actorId: string): Promise<void> => {
  await moveCase(work, {
    move: 'refuse',
    by: 'respondent',
    actorId,
    isShared: false,
    outcome: 'not_begun',
    change: { concealed_until: work.row.answer_until },
  })
}

/** An older rule of practice: mediation is as a rule over within a month. */
const USUAL_DAYS = 30
const usualEnd = (now: Date): Date => new Date(now.getTime() + USUAL_DAYS * 86_400_000)

const invite = async (work: CaseWorkBy, step: Step): Promise<void> => {
  const change = await openAnswerTime(work)
  const { engine, trx, row, now } = work
  const item = { communityId: row.community_id, workItemId: row.work_item_id }
  await claimFor(engine, trx, item, { staffId: step.actorId, dueAt: usualEnd(now), now })
  await moveCase(work, { ...step, change })
}

/** What one mediator has read and thought over, the next one has not. */
const NOTHING_PREPARED = { has_law: false, has_policy: false, has_plan: false } as const

const stepBack = async (work: CaseWorkBy, step: Step): Promise<void> => {
  const { mediator_id: mediatorId, state, stepped_back: before } = work.row
  if (mediatorId === null) throw new AppError('move_not_allowed')
  // Whoever was only asked was never named to the sides, nor is it seen that they did not want to.
  const wasTaken = state !== 'ordered'
  const free = await moveCase(work, {
    ...step,
    mediatorId,
    isShared: wasTaken,
    change: { ...NOTHING_PREPARED, mediator_id: null, stepped_back: [...before, mediatorId] },
  })
  await tellCommittee(free)
  await chooseNext(free, { isOfferSeen: wasTaken, isWaitSeen: !wasTaken })
}

const DAYS_UNTIL_CLOSED = 7

const fail = async (work: CaseWorkBy, step: Step): Promise<void> => {
  const { trx, row, now } = work
  const at = new Date(now.getTime() + DAYS_UNTIL_CLOSED * 86_400_000)
  await insertDue(trx, { ...addressOf(row), kind: 'close' }, at)
  await moveCase(work, { ...step, outcome: 'not_agreed' })
}

/** It began again: the same history goes on, with the same mediator, or with one whom both trust when it had ended. */
export const beginAgain = async (work: CaseWork, step: Omit<Step, 'reason'>): Promise<void> => {
  const { engine, trx, row, now } = work
  await cancelOpenFollowUps(trx, addressOf(row), now)
  await dropDue(trx, addressOf(row), now)
  const hadEnded = row.state === 'closed'
  if (hadEnded) {
    const item = { communityId: row.community_id, workItemId: row.work_item_id }
    await reopenFor(engine, trx, item, { staffId: step.actorId, note: '接着办。', dueAt: usualEnd(now), now })
  }
  const again = await moveCase(work, {
    ...step,
    change: { outcome: null, ...(hadEnded && { ...NOTHING_PREPARED, mediator_id: null, answer_until: null }) },
  })
  if (hadEnded) await chooseNext(again)
}
