import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test('there is a promise for whoever asks what becomes of their data', () => {
  expect(problemsAfter('deadline-classes.yaml', 'id: 15wd', 'id: 16wd')).toEqual([
    "deadline-classes.yaml  deadlineClasses: must have 15wd: requests about one's own data are answered by it",
  ])
})
