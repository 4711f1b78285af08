import { expect, test } from 'vitest'
import { BY_CODE, EMPTY_OFFER, isStepDone, OFFER_STEPS, offerOf, scopesOf, validUntilOf } from './offer-fields'

const today = '2026-11-30'
const full = {
  ...EMPTY_OFFER,
  who: BY_CODE,
  relationship: 'child',
  powers: ['issues.file'],
  period: '3',
  freedom: 'free',
} as const
const fields = { ...full, powers: [...full.powers] }

test('nothing is chosen for anybody: no step is done before something was said', () => {
  expect(OFFER_STEPS.filter((step) => isStepDone(step, EMPTY_OFFER, today))).toEqual([])
})

test('whoever may do something may also see it', () => {
  expect(scopesOf(['issues.file', 'profile.manage'])).toEqual([
    { service: 'issues', powers: ['read', 'file'] },
    { service: 'profile', powers: ['read', 'manage'] },
  ])
})

test('a period ends on the same day of the month, or on its last', () => {
  expect(validUntilOf(fields, today)).toBe('2027-02-28')
  expect(validUntilOf({ ...fields, period: '12' }, today)).toBe('2027-11-30')
})

test.each([
  ['2026-11-29', undefined],
  ['2026-11-30', '2026-11-30'],
  ['2027-11-30', '2027-11-30'],
  ['2027-12-01', undefined],
  ['', undefined],
])('a day of one\u2019s own is between today and a year: %s', (day, until) => {
  expect(validUntilOf({ ...fields, period: 'day', day }, today)).toBe(until)
})

test('an offer to a member names them, an offer by code names nobody', () => {
  expect(offerOf(fields, today)).not.toHaveProperty('agentId')
  expect(offerOf({ ...fields, who: 'p2' }, today)).toMatchObject({ agentId: 'p2' })
})

test('somebody who was pressed sends the same as anybody else, with their answer', () => {
  expect(offerOf({ ...fields, freedom: 'pressed' }, today)).toEqual({ ...offerOf(fields, today), freedom: 'pressed' })
})
