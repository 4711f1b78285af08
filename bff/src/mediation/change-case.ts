import { AppError } from '@little-bench/shared/kernel/errors'
import { type CaseActor, type CaseMove, type CaseOutcome, movedCase } from '@little-bench/shared/mediation/lifecycle'
import type { Outcome } from '@little-bench/shared/work-queue/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import { endCodes, limitCaseSessions } from '../people/index.ts'
import { closeFor } from '../work-queue/index.ts'
import { cancelOpenFollowUps } from './agreement.repository.ts'
import { type CaseRow, insertCaseEvent, updateCase } from './case.repository.ts'
import { addressOf, type CaseWork } from './case-work.ts'
import { sealAtOrNull } from './sealed-case.ts'
import { tellSides } from './tell-case.ts'

/** A change, and whether both sides can see it: only then the version that they read moves. */
export interface CaseChange {
  change?: Partial<CaseRow>
  isShared: boolean
}

/** Changes columns of a case. Errors: `case_changed`. */
export const changeCase = async <Work extends CaseWork>(
  work: Work,
  { change = {}, isShared }: CaseChange,
): Promise<Work> => {
  const shared = isShared ? { shared_version: work.row.shared_version + 1 } : {}
  const row = await updateCase(work.trx, work.row, { ...change, ...shared })
  if (!row) throw new AppError('case_changed')
  return { ...work, row }
}

export interface CaseStep extends CaseChange {
  move: CaseMove
  by: CaseActor
  /** Null when nobody did it. */
  actorId: string | null
  /** For the committee alone. */
  reason?: string | undefined
  /** Whom it is about, where that is not who has the case. */
  mediatorId?: string
  /** How it ends, when the move ends it. */
  outcome?: CaseOutcome
}

/**
 * Makes a move of the table, with its event and whatever follows: what both can see is told to both, and what has ended
 * ends on the desk too. Errors: `move_not_allowed`, `case_changed`.
 */
export const moveCase = async <Work extends CaseWork>(work: Work, step: CaseStep): Promise<Work> => {
  const to = movedCase(work.row.state, step.move, step.by)
  if (!to) throw new AppError('move_not_allowed')
  const isOver = to === 'closed'
  const moved = await changeCase(work, {
    isShared: step.isShared,
    change: {
      state: to,
      ...(step.outcome !== undefined && { outcome: step.outcome }),
      closed_at: isOver ? work.now.toISOString() : null,
      ...step.change,
    },
  })
  await recordStep(work, step, to)
  if (isOver) await endAccess(moved)
  if (isOver) await cancelOpenFollowUps(moved.trx, addressOf(moved.row), moved.now)
  // What is concealed stays open on the desk, which the applicant sees.
  if (isOver && moved.row.concealed_until === null) await closeOnDesk(moved, step)
  if (step.isShared) await tellSides(moved, { actorId: step.actorId })
  return moved
}

const recordStep = async ({ engine, trx, row, now }: CaseWork, step: CaseStep, to: CaseRow['state']): Promise<void> => {
  const id = uuidv7()
  await insertCaseEvent(trx, {
    community_id: row.community_id,
    id,
    case_id: row.id,
    move: step.move,
    by_actor: step.by,
    actor_id: step.actorId,
    from_state: row.state,
    to_state: to,
    mediator_id: step.mediatorId ?? row.mediator_id,
    sealed_reason: sealAtOrNull(engine.sealer, 'reason', id, step.reason),
    created_at: now.toISOString(),
  })
}

/** Codes open nothing any more, and what they have opened closes. */
const endAccess = async ({ trx, row, now }: CaseWork): Promise<void> => {
  await endCodes(trx, { purpose: 'case_invitation', subjectId: row.id }, now)
  await limitCaseSessions(trx, addressOf(row), now)
}

/** How the item of the desk ends with a case. */
const outcomeOnDesk = (outcome: CaseOutcome | null): Outcome => {
  if (outcome === 'agreed') return 'solved'
  return outcome === 'withdrawn' ? 'withdrawn' : 'rejected'
}

/** The hand of the other side does not show there: the desk is the applicant's to read. */
export const closeOnDesk = (
  { engine, trx, row, now }: CaseWork,
  { by, actorId }: Pick<CaseStep, 'by' | 'actorId'>,
): Promise<void> =>
  closeFor(
    engine,
    trx,
    { communityId: row.community_id, workItemId: row.work_item_id },
    {
      actorId: by === 'applicant' || by === 'committee' ? actorId : null,
      outcome: outcomeOnDesk(row.outcome),
      now,
    },
  )

/** The applicant leaves what they read as an open invitation, and the other side had refused already. */
export const leaveConcealed = async <Work extends CaseWork>(work: Work, actorId: string): Promise<Work> => {
  const left = await changeCase(work, { isShared: true, change: { concealed_until: null, outcome: 'withdrawn' } })
  await recordStep(work, { move: 'withdraw', by: 'applicant', actorId, isShared: true }, 'closed')
  await closeOnDesk(left, { by: 'applicant', actorId })
  return left
}
