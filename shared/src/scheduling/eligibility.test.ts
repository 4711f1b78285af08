import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import { type Applicant, type Condition, type DatedRule, decidedBy, missingFor } from './eligibility.ts'

const ELDER: Applicant = {
  bornOn: '1956-11-29',
  isBirthVerified: true,
  livesHere: true,
  worksNearby: false,
  hasDisability: false,
}
const FREE: DatedRule<'free'> = {
  id: 'free-at-70',
  from: '2026-01-01',
  until: null,
  when: [{ kind: 'age_from_years', years: 70 }, { kind: 'lives_here' }, { kind: 'birth_verified' }],
  effect: 'free',
  because: { zh: '70岁以上免费' },
}

test('who is 70 on the day of the meal eats free, although not on the day of the order', () => {
  expect(decidedBy([FREE], ELDER, '2026-11-28')).toBeUndefined()
  expect(decidedBy([FREE], ELDER, '2026-11-29')?.id).toBe('free-at-70')
})

test('what is missing is said: here that the age was not verified', () => {
  const unverified = { ...ELDER, isBirthVerified: false }
  expect(missingFor(FREE, unverified, '2026-11-29')).toEqual([{ kind: 'birth_verified' }])
})

test('a new rule changes no day before it', () => {
  const rules: DatedRule<'free'>[] = [
    { ...FREE, until: '2026-12-31' },
    { ...FREE, id: 'free-at-75', from: '2027-01-01', when: [{ kind: 'age_from_years', years: 75 }] },
  ]
  expect(decidedBy(rules, ELDER, '2026-12-31')?.id).toBe('free-at-70')
  expect(decidedBy(rules, ELDER, '2027-01-01')).toBeUndefined()
})

test('a band of months takes a child in on one day and lets it go on another, and never in between', () => {
  const band: Condition = { kind: 'age_months', from: 12, below: 24 }
  const rule: DatedRule<'in'> = { ...FREE, id: 'band', from: '2000-01-01', when: [band], effect: 'in' }
  const born = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    .map((value) => value.toISOString().slice(0, 10))
  fc.assert(
    fc.property(born, (bornOn) => {
      const days = Array.from({ length: 900 }, (_unused, offset) => addDays(bornOn, offset))
      const inside = days.map((on) => decidedBy([rule], { ...ELDER, bornOn }, on) !== undefined)
      const changes = inside.filter((isIn, index) => isIn !== (inside[index - 1] ?? false)).length
      expect(changes).toBe(2)
    }),
    { numRuns: 50 },
  )
})

test('a child that is not born yet is in no band', () => {
  const band: DatedRule<'in'> = { ...FREE, when: [{ kind: 'age_months', from: 0, below: 36 }], effect: 'in' }
  expect(decidedBy([band], { ...ELDER, bornOn: '2027-01-01' }, '2026-11-28')).toBeUndefined()
})
