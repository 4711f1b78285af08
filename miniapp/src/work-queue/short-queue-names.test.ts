import { expect, test } from 'vitest'
import { shortQueueNames } from './short-queue-names'

test('queues of one community leave its name out, but its own queue keeps it', () => {
  expect(shortQueueNames(['绕赛社区第一网格', '绕赛社区第二网格', '绕赛社区'])).toEqual([
    '第一网格',
    '第二网格',
    '绕赛社区',
  ])
})

test('queues of several communities or units keep their names', () => {
  const names = ['绕赛社区第一网格', '慈松塘社区第一网格', '八廓街道']
  expect(shortQueueNames(names)).toEqual(names)
  expect(shortQueueNames(['住房建设部门', '供电部门'])).toEqual(['住房建设部门', '供电部门'])
  expect(shortQueueNames([])).toEqual([])
})
