import type { Side } from '@little-bench/shared/mediation/kinds'
import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { CaseProposal, CaseTick } from '../platform/db/tables.generated.ts'
import type { CaseAddress, CaseRow } from './case.repository.ts'

type Db = DbOf<'case_tick' | 'case_proposal' | 'case_proposal_answer'>
export type TickRow = Selectable<CaseTick>
export type ProposalRow = Selectable<CaseProposal>

/** False when this side has ticked in this round already. */
export const insertTick = async (db: Db, tick: Insertable<CaseTick>): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('case_tick')
    .values(tick)
    .onConflict((conflict) => conflict.doNothing())
    .returning('round')
    .executeTakeFirst()
  return inserted !== undefined
}

/** What one side ticked, in the order of the rounds: all that a view of that side may know. */
export const listTicksOf = (db: Db, { communityId, caseId }: CaseAddress, side: Side): Promise<TickRow[]> =>
  tables(db)
    .selectFrom('case_tick')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('side', '=', side)
    .orderBy('round')
    .execute()

export const insertProposal = async (db: Db, proposal: Insertable<CaseProposal>): Promise<void> => {
  await tables(db).insertInto('case_proposal').values(proposal).execute()
}

export const findProposal = (db: Db, communityId: string, id: string): Promise<ProposalRow | undefined> =>
  tables(db)
    .selectFrom('case_proposal')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** False when this side has answered already. */
export const insertProposalAnswer = async (
  db: Db,
  answer: { communityId: string; proposalId: string; side: Side; isAccepted: boolean },
  now: Date,
): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('case_proposal_answer')
    .values({
      community_id: answer.communityId,
      proposal_id: answer.proposalId,
      side: answer.side,
      is_accepted: answer.isAccepted,
      answered_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('side')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Which sides have answered, and how. */
export const listProposalAnswers = async (
  db: Db,
  communityId: string,
  proposalId: string,
): Promise<Partial<Record<Side, boolean>>> => {
  const rows = await tables(db)
    .selectFrom('case_proposal_answer')
    .select(['side', 'is_accepted'])
    .where('community_id', '=', communityId)
    .where('proposal_id', '=', proposalId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.side, row.is_accepted]))
}

/** Whether the committee may propose somebody, or end it: nobody is trusted by both, and no proposal waits for an answer. */
export const isCommitteesTurn = async (db: Db, row: CaseRow): Promise<boolean> => {
  if (row.state !== 'choosing' || !row.awaits_proposal) return false
  if (row.proposal_id === null) return true
  const { applicant, respondent } = await listProposalAnswers(db, row.community_id, row.proposal_id)
  return applicant !== undefined && respondent !== undefined
}
