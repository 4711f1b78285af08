import { expect, test } from 'vitest'
import { cardOf, proofOf } from '../../test/components/pension-answers'
import { dayWords, nextStepOf } from './proof-words'

test('one thing is to be done first: the visit, else the questions, the steps or asking for a visit', () => {
  expect(nextStepOf(proofOf())).toBe('way')
  expect(nextStepOf(proofOf({ way: 'family' }))).toBe('steps')
  expect(nextStepOf(proofOf({ way: 'visit' }))).toBe('ask')
  expect(nextStepOf(proofOf({ way: 'visit', visit: cardOf({ state: 'not_at_home' }) }))).toBe('visit')
  expect(nextStepOf(proofOf({ status: 'valid', way: 'self' }))).toBe('none')
})

test('a visit that is over is not gone to any more', () => {
  expect(nextStepOf(proofOf({ way: 'visit', visit: cardOf({ state: 'refused' }) }))).toBe('ask')
})

test('a day of another year has its year', () => {
  expect(dayWords('2026-11-30', '2026-11-28').zh).toBe('11月30日 星期一')
  expect(dayWords('2027-06-30', '2026-11-28').zh).toBe('2027年6月30日')
})
