import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { LedgerRow } from './ledger.repository.ts'
import { harmless, LEDGER_COLUMNS, type LedgerCell, type LedgerContext } from './ledger-columns.ts'

/** Without it Excel reads UTF-8 as the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The ledger as CSV (RFC 4180), a page at a time; instants as the clock in Lhasa shows them. */
export async function* ledgerCsv(
  pages: AsyncIterable<readonly LedgerRow[]>,
  context: LedgerContext,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(LEDGER_COLUMNS.map(({ header }) => header))
  for await (const rows of pages) {
    yield rows.map((row) => lineOf(LEDGER_COLUMNS.map((column) => column.valueOf(row, context)))).join('')
  }
}

const lineOf = (cells: readonly LedgerCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

export const csvCell = (cell: LedgerCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell instanceof Date ? wallClock(cell) : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const wallClock = (instant: Date): string => {
  const { date, minute } = shanghaiTime(instant)
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${date} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}
