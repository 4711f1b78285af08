import { expect, test } from 'vitest'
import { canteen, orderOf, sittingOf } from '../../test/components/canteen-answers'
import { dishesOf, EMPTY_MEAL, mealOf, missingOf, sameAsLast, withDish } from './meal-draft'

const sitting = sittingOf(1)
const [beef, cabbage] = sitting.dishes.map(({ id }) => id)

test('dishes are counted up and down; none of one is none at all', () => {
  const two = { ...EMPTY_MEAL, dishes: withDish(EMPTY_MEAL, beef ?? '', 2) }
  const both = { ...EMPTY_MEAL, dishes: withDish(two, cabbage ?? '', 1) }
  expect(dishesOf(both)).toEqual([
    { dishId: beef, quantity: 2 },
    { dishId: cabbage, quantity: 1 },
  ])
  expect(withDish(two, beef ?? '', 0)).toBe('')
})

test('a delivery needs a courtyard and a door, what is eaten there needs neither', () => {
  const fields = { ...EMPTY_MEAL, dishes: `${beef}:1`, fulfilment: 'delivery' }
  expect(missingOf({ fields, canteen, sitting })).toEqual(['address', 'door'])
  expect(missingOf({ fields: { ...fields, fulfilment: 'dine_in' }, canteen, sitting })).toEqual([])
})

test('a dish that is no longer on the menu is not sent', () => {
  const fields = { ...EMPTY_MEAL, dishes: 'gone:1', fulfilment: 'dine_in' }
  expect(missingOf({ fields, canteen, sitting })).toEqual(['dishes'])
  expect(mealOf({ fields, canteen, sitting })).toBeUndefined()
})

test('the meal of the last time goes to the next sitting that can be ordered', () => {
  const sittings = [sittingOf(1, { refusal: 'past_cutoff' }), sittingOf(2)]
  expect(sameAsLast(orderOf(1), sittings, [])?.sitting.id).toBe(sittings[1]?.id)
})

test('a courtyard is found again by its name', () => {
  const last = orderOf(1, { fulfilment: 'delivery', addressName: '东孜苏3巷7号', door: '2单元301' })
  const same = sameAsLast(last, [sitting], [{ id: 'yard-7', name: '东孜苏3巷7号' }])
  expect(same?.fields).toMatchObject({ fulfilment: 'delivery', addressId: 'yard-7', door: '2单元301' })
})

test('with nothing of it on any menu there is no same meal', () => {
  const last = orderOf(1)
  last.dishes.forEach((dish) => {
    dish.name = '酸奶'
  })
  expect(sameAsLast(last, [sitting], [])).toBeUndefined()
})
