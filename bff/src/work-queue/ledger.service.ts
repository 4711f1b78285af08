import type { FileBody } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { addDays, instantOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import { MAX_LEDGER_DAYS } from '@little-bench/shared/work-queue/limits'
import { v7 as uuidv7 } from 'uuid'
import type { Viewer } from '../platform/http/viewer.ts'
import { insertAuditLine } from './audit-line.repository.ts'
import { worksForCommunity } from './community-desk.policy.ts'
import type { Engine } from './engine.ts'
import { readLedger } from './ledger.repository.ts'
import type { LedgerContext } from './ledger-columns.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { ledgerXlsx } from './ledger-xlsx.ts'
import { servedQueues } from './work-item.policy.ts'

export interface LedgerRange {
  /** The first and the last day in Asia/Shanghai on which the items came in. */
  from: ServiceDate
  to: ServiceDate
  format: 'xlsx' | 'csv'
}

/**
 * The ledger of a range of days as far as the viewer's queues reach. Who exported what is kept before the first byte
 * leaves, in a transaction of its own: a reader who breaks off has seen the rows all the same. Errors: `not_found` for a
 * community whose items the viewer never works on, `ledger_range_invalid`.
 */
export const exportLedger = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { from, to, format }: LedgerRange,
): Promise<FileBody> => {
  const config = engine.config()
  const served = servedQueues(viewer.roles, config)
  if (!worksForCommunity(served, config, communityId)) throw new AppError('not_found')
  if (from > to || addDays(from, MAX_LEDGER_DAYS) <= to) throw new AppError('ledger_range_invalid')
  const now = engine.clock.now()
  await insertAuditLine(engine.db, {
    id: uuidv7(),
    at: now.toISOString(),
    actor_id: viewer.personId,
    community_id: communityId,
    action: 'ledger_exported',
    details: JSON.stringify({ from, to, format }),
  })
  const pages = readLedger(engine.db, {
    communityId,
    viewerId: viewer.personId,
    queueIds: [...served.keys()],
    from: instantOf(from, 0),
    until: instantOf(addDays(to, 1), 0),
  })
  const context: LedgerContext = { config, communityId, now }
  const fileName = `ledger-${communityId}-${from}-${to}.${format}`
  return format === 'csv'
    ? { mediaType: 'text/csv; charset=utf-8', fileName, content: ledgerCsv(pages, context) }
    : { mediaType: XLSX, fileName, content: ledgerXlsx(pages, context) }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
