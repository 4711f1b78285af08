import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test.each([
  ['an unfilled name', '"说清{what}"', '{what}'],
  ['a note to fill it in later', '待补', '待补'],
  ['a mark of the editor', 'TODO', 'TODO'],
])('a text with %s is refused', (_what, text, found) => {
  expect(problemsAfter('catalogue.yaml', '说清哪盏灯', text)).toEqual([
    `catalogue.yaml  categories[lamp].guidance.zh: still has the placeholder ${found}`,
  ])
})
