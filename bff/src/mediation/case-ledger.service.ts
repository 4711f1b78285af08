import { AppError } from '@little-bench/shared/kernel/errors'
import { addDays, instantOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import { DISPUTE_KINDS } from '@little-bench/shared/mediation/kinds'
import { communityOf } from '../communities/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { leads } from './case.policy.ts'
import { type LedgerCaseRow, listLedgerCases } from './case-ledger.repository.ts'

const MAX_DAYS = 366
/** Fewer than so many are some people whom one knows: whoever supervises reads none. */
const SMALL = 3

/**
 * Cases and counts for the committee; for the subdistrict above it counts of whole months alone, without small numbers.
 * Errors: `not_found` for every other unit, `ledger_range_invalid`.
 */
export const readCaseLedger = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { from, to }: { from: ServiceDate; to: ServiceDate },
) => {
  const isCommittee = leads(viewer, communityId)
  if (!isCommittee && !supervises(engine, viewer, communityId)) throw new AppError('not_found')
  if (to < from || addDays(from, MAX_DAYS) <= to) throw new AppError('ledger_range_invalid')
  // Days that can be chosen one by one would show each case by what two counts differ in.
  const range = isCommittee ? { from, until: addDays(to, 1) } : { from: monthOf(from), until: nextMonthOf(to) }
  const cases = await listLedgerCases(engine.db, communityId, {
    from: instantOf(range.from, 0),
    until: instantOf(range.until, 0),
  })
  const count = isCommittee ? (cells: readonly unknown[]) => cells.length : hidingSmall
  const months = [...new Set(cases.map((row) => row.opened_on.slice(0, 7)))].toSorted()
  return {
    byKind: DISPUTE_KINDS.map((kind) => {
      const ofKind = cases.filter((row) => row.dispute_kind === kind)
      const open = count(ofKind.filter(({ state }) => state !== 'closed'))
      return { kind, cases: count(ofKind), agreed: count(ofKind.filter((row) => row.is_agreed)), open }
    }),
    byMonth: months
      .map((month) => {
        const ofMonth = cases.filter((row) => row.opened_on.startsWith(month))
        return { month, cases: count(ofMonth), agreed: count(ofMonth.filter((row) => row.is_agreed)) }
      })
      // That a month is there at all would say that something was.
      .filter(({ cases: shown }) => isCommittee || shown > 0),
    cases: isCommittee ? cases.map(presentLine) : null,
  }
}

const supervises = (engine: Engine, { roles }: Viewer, communityId: string): boolean => {
  const { subdistrictId } = communityOf(engine, communityId)
  return roles.some(({ role, unitId }) => role === 'subdistrict_staff' && unitId === subdistrictId)
}

const hidingSmall = ({ length }: readonly unknown[]): number => (length < SMALL ? 0 : length)

const monthOf = (date: ServiceDate): ServiceDate => `${date.slice(0, 7)}-01`
const nextMonthOf = (date: ServiceDate): ServiceDate => monthOf(addDays(monthOf(date), 31))

const presentLine = (row: LedgerCaseRow) => ({
  receiptNumber: row.receipt_number,
  kind: row.dispute_kind,
  state: row.state,
  outcome: row.outcome,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  sessions: row.sessions,
})
