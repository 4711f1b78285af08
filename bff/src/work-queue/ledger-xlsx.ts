import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Worksheet } from 'exceljs'
import type { LedgerRow } from './ledger.repository.ts'
import { harmless, LEDGER_COLUMNS, type LedgerCell, type LedgerContext } from './ledger-columns.ts'

/** How much of the sheet may wait to be compressed before the next page is read. */
const MAX_WAITING_BYTES = 1_000_000

/** The ledger as a workbook with one sheet, written while it is read: memory holds a page, however long the ledger is. */
export async function* ledgerXlsx(
  pages: AsyncIterable<readonly LedgerRow[]>,
  context: LedgerContext,
): AsyncGenerator<Uint8Array> {
  // Loaded by the first export: a server that never exports is spared 15 MB.
  const { default: ExcelJS } = await import('exceljs')
  const out = new PassThrough()
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
    const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = LEDGER_COLUMNS.map(({ header, width }) => ({ header, width }))
    sheet.getRow(1).font = { bold: true }
    sheet.getRow(1).commit()
    for await (const rows of pages) {
      for (const row of rows) addRow(sheet, row, context)
      yield* whileWaiting(out, sheet)
    }
    workbook.commit().catch((error: Error) => out.destroy(error))
    for await (const chunk of out) yield chunk
  } finally {
    out.destroy()
  }
}

const addRow = (sheet: Worksheet, row: LedgerRow, context: LedgerContext): void => {
  const added = sheet.addRow(LEDGER_COLUMNS.map((column) => xlsxCell(column.valueOf(row, context))))
  added.eachCell((cell) => {
    if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd hh:mm'
  })
  added.commit()
}

const xlsxCell = (cell: LedgerCell): LedgerCell => {
  if (cell instanceof Date) return wallClock(cell)
  return typeof cell === 'string' ? harmless(cell) : cell
}

/** A spreadsheet knows no time zones: its clock shows what is written, so what Lhasa's clock showed is written as UTC. */
const wallClock = (instant: Date): Date => {
  const { date } = shanghaiTime(instant)
  const midnight = instantOf(date, 0)
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + instant.getTime() - midnight.getTime())
}

/**
 * Passes on what has been compressed until the compression has caught up. The writer itself goes on however slow its
 * reader is (exceljs #734), so how much waits is asked of the pipe behind the sheet.
 */
async function* whileWaiting(out: PassThrough, sheet: Worksheet): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk: unknown = out.read()
    if (chunk instanceof Uint8Array) yield chunk
    else if (waitingBytes(sheet) > MAX_WAITING_BYTES) await once(out, 'readable')
    else return
  }
}

const waitingBytes = (sheet: object): number => {
  const stream: unknown = 'stream' in sheet ? sheet.stream : undefined
  const pipes: unknown = typeof stream === 'object' && stream !== null && 'pipes' in stream ? stream.pipes : undefined
  const [pipe]: unknown[] = Array.isArray(pipes) ? pipes : []
  return pipe instanceof PassThrough ? pipe.readableLength + pipe.writableLength : 0
}
