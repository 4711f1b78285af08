import { expect, test } from 'vitest'
import { harmless } from './ledger-columns.ts'
import { csvCell } from './ledger-csv.ts'

test('a cell that a spreadsheet would run is shown and not run', () => {
  for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=HYPERLINK("http://example.com")']) {
    expect(harmless(text)).toBe(`'${text}`)
  }
  expect(harmless('路灯不亮 = 黑')).toBe('路灯不亮 = 黑')
})

test('a CSV cell with a comma, a quotation mark or a line break stays one cell', () => {
  expect(csvCell('甲,乙')).toBe('"甲,乙"')
  expect(csvCell('说「"好"」')).toBe('"说「""好""」"')
  expect(csvCell('一行\n又一行')).toBe('"一行\n又一行"')
  expect(csvCell('=A1,"x"')).toBe('"\'=A1,""x"""')
})

test('a CSV cell says an instant as the clock in Lhasa shows it, a number as a number and nothing as nothing', () => {
  expect(csvCell(new Date('2026-11-22T16:05:00.000Z'))).toBe('2026-11-23 00:05')
  expect(csvCell(-3)).toBe('-3')
  expect(csvCell(null)).toBe('')
})
