import { expect, test } from 'vitest'
import { steadyList } from './steady-list'

const items = (...ids: string[]) => ids.map((id) => ({ id, words: id }))
const idsOf = ({ rows }: ReturnType<typeof steadyList>) => rows.map(({ item }) => item.id)

test('what would come between waits, and what comes below is added', () => {
  const list = steadyList(items('b', 'd'), items('a', 'b', 'c', 'd', 'e'))
  expect(idsOf(list)).toEqual(['b', 'd', 'e'])
  expect(list.waiting).toBe(2)
})

test('rows keep their order and show their newest state', () => {
  const list = steadyList(items('a', 'b'), [
    { id: 'b', words: 'newer' },
    { id: 'a', words: 'a' },
  ])
  expect(list.rows.map(({ item }) => item.words)).toEqual(['a', 'newer'])
})

test('a row that left stays where it is and says so', () => {
  const list = steadyList(items('a', 'b'), items('b'))
  expect(list.rows.map(({ item, isGone }) => [item.id, isGone])).toEqual([
    ['a', true],
    ['b', false],
  ])
})

test('when every row has left, what is new is added below', () => {
  const list = steadyList(items('a'), items('b'))
  expect(idsOf(list)).toEqual(['a', 'b'])
  expect(list.waiting).toBe(0)
})
