import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { CaseFollowUpResult, MediationCase } from '@little-bench/shared/mediation/contract'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { listCaseFollowUps, recordFollowUpRow } from './agreement.repository.ts'
import type { CaseAddress } from './case.repository.ts'
import { addressOf, type CaseWorkBy, onCase } from './case-work.ts'
import { changeCase, moveCase } from './change-case.ts'
import { beginAgain } from './move-case.service.ts'
import { viewCase } from './read-case.service.ts'
import { sealAtOrNull } from './sealed-case.ts'

/**
 * Keeps what one side said when it was asked how it holds; whoever says that it began again has the case opened again.
 * Errors: `not_found`, also for a side; `day_not_come`, but who says by themselves that it began again is heard on any day;
 * `already_recorded`, `case_changed`.
 */
export const recordCaseFollowUp = async (
  engine: Engine,
  viewer: Viewer,
  { followUpId, ...address }: CaseAddress & { followUpId: string },
  { result, note }: { result: CaseFollowUpResult; note?: string | undefined },
  write: Write,
): Promise<z.input<typeof MediationCase>> => {
  await onCase(engine, viewer, address, write, async (work) => {
    const { row, roles, trx, now } = work
    if (!roles.includes('mediator') && !roles.includes('committee')) throw new AppError('not_found')
    const followUps = await listCaseFollowUps(trx, addressOf(row))
    const followUp = followUps.find(({ id }) => id === followUpId)
    if (!followUp) throw new AppError('not_found')
    const isEarly = followUp.result === null && shanghaiTime(now).date < followUp.due_on
    if (isEarly && result !== 'began_again') throw new AppError('day_not_come')
    const record = {
      result,
      sealed_note: sealAtOrNull(engine.sealer, 'note', followUpId, note),
      recorded_by: viewer.personId,
      recorded_at: now.toISOString(),
    }
    const isFirst = await recordFollowUpRow(trx, { ...addressOf(row), id: followUpId }, record)
    if (!isFirst) throw new AppError('already_recorded')
    await goOn(work, result)
    return {}
  })
  return viewCase(engine, viewer, address)
}

/** From an agreement to its follow-up, and from there to the end or back to the table. */
const goOn = async (work: CaseWorkBy, result: CaseFollowUpResult): Promise<void> => {
  const by = work.roles.includes('mediator') ? 'mediator' : 'committee'
  const actorId = work.viewer.personId
  if (work.row.state !== 'agreed' && work.row.state !== 'follow_up') throw new AppError('case_changed')
  const following =
    work.row.state === 'agreed'
      ? await moveCase(work, { move: 'follow', by, actorId, isShared: true })
      : await changeCase(work, { isShared: false })
  if (result === 'began_again') {
    await beginAgain(following, { move: 'relapse', by, actorId, isShared: true })
    return
  }
  const left = (await listCaseFollowUps(work.trx, addressOf(work.row))).filter((each) => each.result === null)
  if (left.length === 0) await moveCase(following, { move: 'close', by: 'rule', actorId: null, isShared: true })
}
