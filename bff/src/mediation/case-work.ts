import { AppError } from '@little-bench/shared/kernel/errors'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from '../work-queue/index.ts'
import { type CaseRole, rolesIn } from './case.policy.ts'
import { type CaseAddress, type CaseRow, lockCase, type Parties, partiesOf } from './case.repository.ts'
import { findMediator } from './mediator.repository.ts'
import { peopleOnSides } from './people-on-sides.ts'

/** All that a change of one case works with; nobody else changes the case meanwhile. */
export interface CaseWork {
  /** Speaks through the transaction. */
  engine: Engine
  trx: Trx
  row: CaseRow
  parties: Parties
  now: Date
}

/** The same, by somebody who is something to the case. */
export interface CaseWorkBy extends CaseWork {
  viewer: Viewer
  roles: CaseRole[]
}

export const addressOf = ({
  community_id: communityId,
  id: caseId,
}: Pick<CaseRow, 'community_id' | 'id'>): CaseAddress => ({
  communityId,
  caseId,
})

/** What a viewer is to a case. */
export const rolesOf = async (engine: Engine, row: CaseRow, parties: Parties, viewer: Viewer): Promise<CaseRole[]> => {
  const mediator =
    row.mediator_id === null ? undefined : await findMediator(engine.db, row.community_id, row.mediator_id)
  const people = {
    applicantId: parties.applicant.person_id,
    respondentId: parties.respondent.person_id,
    mediatorPersonId: mediator?.person_id ?? null,
    onSides: await peopleOnSides(engine, parties),
  }
  return rolesIn(row, people, viewer)
}

/** The case, held until the transaction ends. */
export const holdCase = async (engine: Engine, trx: Trx, address: CaseAddress, now: Date): Promise<CaseWork> => {
  const row = await lockCase(trx, address)
  if (!row) throw new AppError('not_found')
  return { engine: within(engine, trx), trx, row, parties: await partiesOf(trx, row), now }
}

/**
 * Changes a case in one transaction. Errors: `not_found` when it is not there, and the same for whoever is nothing to it.
 */
export const onCase = <Result>(
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  write: Write,
  change: (work: CaseWorkBy) => Promise<Result>,
): Promise<Result> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const work = await holdCase(engine, trx, address, now)
    const roles = await rolesOf(work.engine, work.row, work.parties, viewer)
    if (roles.length === 0) throw new AppError('not_found')
    return change({ ...work, viewer, roles })
  })
}
