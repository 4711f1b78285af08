import { expect, test } from 'vitest'
import { EMPTY_FIELDS, missingNeeds, receiptNumberOf, suspensionDays } from './move-fields'

const now = new Date('2026-11-23T02:00:00.000Z')

test('a suspension ends on a day from tomorrow to the last whose morning is still allowed', () => {
  expect(suspensionDays(now, '2026-12-23T02:00:00.000Z')).toEqual({ first: '2026-11-24', last: '2026-12-23' })
  expect(suspensionDays(now, '2026-12-23T00:30:00.000Z')).toEqual({ first: '2026-11-24', last: '2026-12-22' })
})

test('a day beyond the limit is as good as none', () => {
  const days = suspensionDays(now, '2026-12-23T02:00:00.000Z')
  const missing = (until: string) => missingNeeds(['until'], { ...EMPTY_FIELDS, until }, days)
  expect(missing('2026-12-01')).toEqual([])
  expect(missing('2026-12-24')).toEqual(['until'])
  expect(missing('2026-11-23')).toEqual(['until'])
})

test('works of a split item are two at least, and none is empty', () => {
  const missing = (parts: string) => missingNeeds(['parts'], { ...EMPTY_FIELDS, parts }, undefined)
  expect(missing('修灯\t')).toEqual(['parts'])
  expect(missing('修灯\t\n  \t')).toEqual(['parts'])
  expect(missing('修灯\t\n换线\t')).toEqual([])
})

test('a receipt number may be typed in small letters and with spaces around', () => {
  expect(receiptNumberOf(' rs-20261123-0001 ')).toBe('RS-20261123-0001')
  expect(receiptNumberOf('20261123')).toBeNull()
})

test('a conversion waits for the consent of the resident', () => {
  const agreed = { ...EMPTY_FIELDS, service: 'issues', agreed: '只说灯不亮' }
  expect(missingNeeds(['service', 'agreed', 'hasConsent'], agreed, undefined)).toEqual(['hasConsent'])
})
