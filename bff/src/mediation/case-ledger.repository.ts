import type { DisputeKind } from '@little-bench/shared/mediation/kinds'
import type { CaseOutcome, CaseState } from '@little-bench/shared/mediation/lifecycle'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'mediation_case' | 'case_session' | 'case_event'>

/** One case of the committee's ledger: no name and nothing that somebody said. */
export interface LedgerCaseRow {
  receipt_number: string
  dispute_kind: DisputeKind
  state: CaseState
  outcome: CaseOutcome | null
  opened_on: string
  closed_on: string | null
  sessions: number
  /** Both confirmed an agreement, whatever came of it later. */
  is_agreed: boolean
}

/** Cases that came in between two days of Asia/Shanghai, both included, oldest first. */
export const listLedgerCases = async (
  db: Db,
  communityId: string,
  { from, until }: { from: Date; until: Date },
): Promise<LedgerCaseRow[]> => {
  const { rows } = await sql<LedgerCaseRow>`
    select kept.receipt_number, kept.dispute_kind, kept.state, kept.outcome,
      to_char(kept.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as opened_on,
      to_char(kept.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as closed_on,
      (select count(*) from case_session as held
        where held.community_id = kept.community_id and held.case_id = kept.id) as sessions,
      exists (select from case_event as event
        where event.community_id = kept.community_id and event.case_id = kept.id and event.move = 'agree') as is_agreed
    from mediation_case as kept
    where kept.community_id = ${communityId}
      and kept.created_at >= ${from.toISOString()}::timestamptz and kept.created_at < ${until.toISOString()}::timestamptz
    order by kept.id`.execute(tables(db))
  return rows
}
