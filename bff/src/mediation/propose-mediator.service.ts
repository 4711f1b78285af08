import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import type { CaseAddress } from './case.repository.ts'
import { onCase } from './case-work.ts'
import { changeCase } from './change-case.ts'
import { canMediate, openAnswerTime } from './choose-next.ts'
import { insertProposal, isCommitteesTurn } from './choosing.repository.ts'
import { findMediator } from './mediator.repository.ts'
import { peopleOnSides } from './people-on-sides.ts'
import { viewCase } from './read-case.service.ts'
import { tellSides } from './tell-case.ts'

/**
 * Proposes somebody to both when there is nobody whom both trust. Errors: `not_found`; `case_changed` while the sides still
 * choose or one of them has not answered the last proposal; `unknown_mediator`.
 */
export const proposeMediator = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  mediatorId: string,
  write: Write,
): Promise<z.input<typeof MediationCase>> => {
  await onCase(engine, viewer, address, write, async (work) => {
    const { row, trx, roles, now } = work
    if (!roles.includes('committee')) throw new AppError('not_found')
    if (!(await isCommitteesTurn(trx, row))) throw new AppError('case_changed')
    const onSides = await peopleOnSides(work.engine, work.parties)
    const mediator = await findMediator(trx, row.community_id, mediatorId)
    const isFree =
      mediator && canMediate(mediator, onSides) && !mediator.is_on_leave && !row.stepped_back.includes(mediatorId)
    if (!isFree) throw new AppError('unknown_mediator')
    const id = uuidv7()
    await insertProposal(trx, {
      community_id: row.community_id,
      id,
      case_id: row.id,
      mediator_id: mediatorId,
      proposed_by: viewer.personId,
      proposed_at: now.toISOString(),
    })
    const change = { proposal_id: id, ...(await openAnswerTime(work)) }
    await tellSides(await changeCase(work, { isShared: true, change }), { actorId: viewer.personId })
    return {}
  })
  return viewCase(engine, viewer, address)
}
