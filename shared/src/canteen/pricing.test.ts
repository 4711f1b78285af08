import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Applicant } from '../scheduling/eligibility.ts'
import { type MealRule, mealPrice, yuan } from './pricing.ts'

const RULES: MealRule[] = [
  {
    id: 'free-at-70',
    from: '2026-01-01',
    until: null,
    when: [{ kind: 'age_from_years', years: 70 }, { kind: 'lives_here' }],
    effect: { kind: 'meal_free', upToCents: 1500 },
    because: { zh: '70岁以上、住在本社区的免费一份，最多15元' },
  },
  {
    id: 'delivery-free',
    from: '2026-01-01',
    until: null,
    when: [{ kind: 'has_disability' }],
    effect: { kind: 'delivery_free' },
    because: { zh: '有残疾人证的免送餐费' },
  },
]
const SOMEBODY: Applicant = {
  bornOn: '1960-03-01',
  isBirthVerified: true,
  livesHere: true,
  worksNearby: false,
  hasDisability: false,
}
const MEAL = [
  { priceCents: 800, quantity: 1 },
  { priceCents: 400, quantity: 1 },
]
const IN = { fulfilment: 'dine_in', deliveryCents: 300 } as const
const HOME = { fulfilment: 'delivery', deliveryCents: 300 } as const
const ON = '2026-11-30'
const words = (price: ReturnType<typeof mealPrice>) => price.reasons.map(({ zh }) => zh)

test('somebody of 66 sees the price and why it is not free', () => {
  const price = mealPrice(MEAL, IN, RULES, { applicant: SOMEBODY, on: ON, alreadySubsidised: false })
  expect(price).toMatchObject({ totalCents: 1200, subsidyCents: 0 })
  expect(words(price)).toEqual(['那天您66岁，70岁以上才免', '菜12元'])
})

test('an elder of this community eats free, one portion of each dish', () => {
  const applicant = { ...SOMEBODY, bornOn: '1950-01-01' }
  const price = mealPrice([{ priceCents: 800, quantity: 2 }], IN, RULES, {
    applicant,
    on: ON,
    alreadySubsidised: false,
  })
  expect(price).toMatchObject({ totalCents: 1600, subsidyCents: 800, ruleIds: ['free-at-70'] })
  expect(words(price)).toContain('补一份，多点的自付')
})

test('a free meal is one portion of each dish up to a sum, and says how old somebody is', () => {
  const applicant = { ...SOMEBODY, bornOn: '1944-03-01' }
  const menu = [900, 800, 1200].map((priceCents) => ({ priceCents, quantity: 1 }))
  const price = mealPrice(menu, IN, RULES, { applicant, on: ON, alreadySubsidised: false })
  expect(price).toMatchObject({ totalCents: 2900, subsidyCents: 1500 })
  expect(words(price)).toEqual(['您82岁，70岁以上、住在本社区的免费一份，最多15元', '补一份，多点的自付', '菜29元'])
})

test('a rule that is in force no more explains nothing', () => {
  const [free, ...others] = RULES
  const ended = free ? [{ ...free, until: '2026-11-29' }, ...others] : []
  const price = mealPrice(MEAL, IN, ended, { applicant: SOMEBODY, on: ON, alreadySubsidised: false })
  expect(words(price)).toEqual(['菜12元'])
})

test('whoever pays for the way reads why: nothing was said, or nobody has looked at it yet', () => {
  const reasonsOf = (who: Partial<Applicant>) =>
    words(
      mealPrice(MEAL, HOME, RULES, {
        applicant: { ...SOMEBODY, bornOn: '1950-01-01', ...who },
        on: ON,
        alreadySubsidised: false,
      }),
    )
  expect(reasonsOf({})).toContain('没有登记残疾人证，登记、核实了才免送餐费')
  expect(reasonsOf({ saysDisability: true })).toContain('残疾人证还没核实，核实后再免送餐费')
  expect(reasonsOf({ saysDisability: true, hasDisability: true })).toContain('有残疾人证的免送餐费')
})

test('a second meal of the same sitting is paid', () => {
  const applicant = { ...SOMEBODY, bornOn: '1950-01-01' }
  const price = mealPrice(MEAL, IN, RULES, { applicant, on: ON, alreadySubsidised: true })
  expect(price).toMatchObject({ totalCents: 1200, subsidyCents: 0 })
  expect(words(price)[0]).toBe('这一餐已经补过一份，每人每餐补一份')
})

test('whoever has a disability certificate pays the meal and not its way', () => {
  const applicant = { ...SOMEBODY, hasDisability: true }
  const price = mealPrice(MEAL, HOME, RULES, { applicant, on: ON, alreadySubsidised: false })
  expect(price).toMatchObject({ totalCents: 1500, subsidyCents: 300 })
})

test('nobody ever pays less than nothing, and every price says how it came about', () => {
  const applicant = fc.record({
    bornOn: fc.option(fc.constantFrom('1940-01-01', '1956-12-01', '2000-02-29')),
    isBirthVerified: fc.boolean(),
    livesHere: fc.boolean(),
    worksNearby: fc.boolean(),
    hasDisability: fc.boolean(),
  })
  const dishes = fc.array(fc.record({ priceCents: fc.nat(5000), quantity: fc.integer({ min: 1, max: 10 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(dishes, fc.constantFrom(IN, HOME), applicant, fc.boolean(), (order, way, who, alreadySubsidised) => {
      const price = mealPrice(order, way, RULES, { applicant: who, on: ON, alreadySubsidised })
      expect(price.subsidyCents).toBeGreaterThanOrEqual(0)
      expect(price.subsidyCents).toBeLessThanOrEqual(price.totalCents)
      expect(price.reasons.length).toBeGreaterThan(0)
    }),
  )
})

test('money is read as people say it', () => {
  expect([yuan(1200), yuan(1250), yuan(5), yuan(0)]).toEqual(['12元', '12.5元', '0.05元', '0元'])
})
