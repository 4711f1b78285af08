import { expect, test } from 'vitest'
import { boardFor } from './contact-board.ts'

const contact = (phone: string, gridCellId: string | null = null) => ({ phone, gridCellId })
const utilities = { id: 'utilities', name: '水电气', contacts: [contact('3'), contact('4')] }
const workers = {
  id: 'grid_worker',
  name: '有事找网格员',
  contacts: [contact('1', 'cell-1'), contact('2', 'cell-2'), contact('2', 'cell-3')],
}
const nothing = { id: 'repairs', name: '维修', contacts: [] }
const board = [utilities, nothing, workers]

const numbers = (gridCellId: string | null) =>
  boardFor(board, gridCellId).map(({ id, contacts }) => [id, ...contacts.map(({ phone }) => phone)].join(' '))

test('the grid worker of the own cell comes before everybody else', () => {
  expect(numbers('cell-2')).toEqual(['grid_worker 2 1', 'utilities 3 4'])
})

test('whoever has not said where they live finds all grid workers in their order', () => {
  expect(numbers(null)).toEqual(['grid_worker 1 2', 'utilities 3 4'])
  expect(numbers('of-another-community')).toEqual(numbers(null))
})

test('a number that serves several cells stands once, and comes first for each of them', () => {
  expect(numbers('cell-3')).toEqual(['grid_worker 2 1', 'utilities 3 4'])
})

test('what was given stays as it was', () => {
  const before = JSON.stringify(board)
  boardFor(board, 'cell-2')
  expect(JSON.stringify(board)).toBe(before)
})
