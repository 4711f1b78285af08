import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationCase, SessionWay } from '@little-bench/shared/mediation/contract'
import type { Side } from '@little-bench/shared/mediation/kinds'
import type { CaseState } from '@little-bench/shared/mediation/lifecycle'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import type { CaseAddress } from './case.repository.ts'
import { insertCaseSession } from './case-work.repository.ts'
import { type CaseWorkBy, onCase } from './case-work.ts'
import { changeCase } from './change-case.ts'
import { viewCase } from './read-case.service.ts'
import { sealAt } from './sealed-case.ts'
import { tellSides } from './tell-case.ts'

type CaseView = z.input<typeof MediationCase>

/** What the mediator of a case does in it, in some states. Errors: `not_found` for everybody else, `case_changed`. */
export const asMediator = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  write: Write,
  states: readonly CaseState[],
  work: (work: CaseWorkBy) => Promise<void>,
): Promise<CaseView> => {
  await onCase(engine, viewer, address, write, async (held) => {
    if (!held.roles.includes('mediator')) throw new AppError('not_found')
    if (!states.includes(held.row.state)) throw new AppError('case_changed')
    await work(held)
    return {}
  })
  return viewCase(engine, viewer, address)
}

/** What was prepared before the first meeting; the sides do not see it. */
export const saveChecklist = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  { law, policy, plan }: { law: boolean; policy: boolean; plan: boolean },
  write: Write,
): Promise<CaseView> =>
  asMediator(engine, viewer, address, write, ['accepted', 'preparing'], async (work) => {
    await changeCase(work, { isShared: false, change: { has_law: law, has_policy: policy, has_plan: plan } })
  })

/** A visit, a meeting or a call, which both sides read. Errors: as above, `day_not_come` for one that is still to be. */
export const recordSession = (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  session: { at: string; way: SessionWay; sides: readonly Side[]; summary: string },
  write: Write,
): Promise<CaseView> =>
  asMediator(engine, viewer, address, write, ['preparing', 'in_session'], async (work) => {
    const { row, trx, now } = work
    if (new Date(session.at).getTime() > now.getTime()) throw new AppError('day_not_come')
    const id = uuidv7()
    await insertCaseSession(trx, {
      community_id: row.community_id,
      id,
      case_id: row.id,
      held_at: new Date(session.at).toISOString(),
      way: session.way,
      sides: [...new Set(session.sides)],
      sealed_summary: sealAt(engine.sealer, 'summary', id, session.summary),
      recorded_by: viewer.personId,
      created_at: now.toISOString(),
    })
    await tellSides(await changeCase(work, { isShared: true }), { actorId: viewer.personId })
  })
