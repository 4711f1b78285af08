import { expect, test } from 'vitest'
import type { DishTag } from './meals.ts'
import { isOtherDish } from './other-dish.ts'

const dish = (zh: string, ...tags: DishTag[]) => ({ name: { zh }, tags })
const PORRIDGE = dish('粥（示范）', 'soft', 'meatless')

test('what was ordered has the name it had, warns of no more and promises no less', () => {
  expect(isOtherDish(PORRIDGE, dish('牛肉粥（示范）', 'soft', 'meatless'))).toBe(true)
  expect(isOtherDish(PORRIDGE, dish('粥（示范）', 'soft', 'meatless', 'contains_nuts'))).toBe(true)
  expect(isOtherDish(PORRIDGE, dish('粥（示范）', 'soft'))).toBe(true)
})

test('a promise more, a warning less and a name in the other language change nothing for anybody', () => {
  expect(isOtherDish(PORRIDGE, dish('粥（示范）', 'soft', 'meatless', 'low_salt'))).toBe(false)
  expect(isOtherDish(dish('粥（示范）', 'contains_egg'), dish('粥（示范）'))).toBe(false)
  expect(isOtherDish(PORRIDGE, { ...PORRIDGE, name: { zh: '粥（示范）', bo: '…' } })).toBe(false)
})
