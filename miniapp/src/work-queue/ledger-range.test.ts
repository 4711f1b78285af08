import { expect, test } from 'vitest'
import { ledgerMistake } from './ledger-range'

test('one day, and a whole leap year, may be exported', () => {
  expect(ledgerMistake('2026-11-23', '2026-11-23')).toBeUndefined()
  expect(ledgerMistake('2028-01-01', '2028-12-31')).toBeUndefined()
})

test('a range is refused without a day, backwards, or of more days than the server takes', () => {
  expect(ledgerMistake('', '2026-11-23')).toBe('missingDay')
  expect(ledgerMistake('2026-11-24', '2026-11-23')).toBe('backwards')
  expect(ledgerMistake('2028-01-01', '2029-01-01')).toBe('tooLong')
})
