import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const FILE = 'lane/canteens.yaml'
const CANTEEN = `${FILE}  canteens[lane-canteen]`

test('a demonstration canteen says that it is one', () => {
  expect(problemsAfter(FILE, '食堂（示范）', '食堂')).toEqual([`${CANTEEN}.hours: must say 示范, here or in the name`])
})

test('a demonstration dish says that no kitchen wrote it', () => {
  expect(problemsAfter(FILE, '面（示范）', '面')).toEqual([
    `${CANTEEN}.demoMenus: 面 must say 示范: no kitchen wrote it`,
  ])
})

test('a menu is for a sitting that the canteen has', () => {
  expect(problemsAfter(FILE, 'sittings: [lunch]', 'sittings: [dinner]')).toEqual([
    `${CANTEEN}.demoMenus[0].sittings: has no sitting dinner`,
  ])
})

test('a rule does not end before it begins', () => {
  expect(problemsAfter(FILE, "from: '2026-01-01'", "from: '2026-01-02', until: '2026-01-01'")).toEqual([
    `${CANTEEN}.rules[free].until: may not be before "from"`,
  ])
})

test('nobody can order a meal that has begun', () => {
  expect(problemsAfter(FILE, "daysBefore: 1, at: '20:00'", "daysBefore: 0, at: '12:00'")).toEqual([
    `${CANTEEN}.sittings[0].cutoff: may not be after the sitting begins`,
  ])
})

test('two canteens have two ids, in two communities too', () => {
  expect(problemsAfter(FILE, 'lane-canteen', 'yard-canteen')).toContain(
    'yard/canteens.yaml  canteens[yard-canteen]: the canteen id yard-canteen is already used in lane/canteens.yaml',
  )
})

test('a free meal says up to what it is free', () => {
  expect(problemsAfter(FILE, 'upToCents: 1500', 'upToCents: 1250')).toEqual([
    `${CANTEEN}.rules[free].because: must say 最多12.5元`,
  ])
})
