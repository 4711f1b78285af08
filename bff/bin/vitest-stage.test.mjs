import { expect, test } from 'vitest'
import { countTests } from './vitest-stage.mjs'

const file = (...statuses) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (...files) => {
  const statuses = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const count = (status) => statuses.filter((one) => one === status).length
  const totals = { numTotalTests: statuses.length, numPassedTests: count('passed'), numFailedTests: count('failed') }
  return { ...totals, testResults: files }
}

test('passed and failed tests are counted as they are', () => {
  expect(countTests(report(file('passed', 'failed'), file('passed')), false)).toMatchObject({ passed: 2, failed: 1 })
})

test('a run without a report counts as failed', () => {
  expect(countTests(undefined, true)).toMatchObject({ passed: 0, failed: 1 })
})

test('a run without a test counts as failed', () => {
  expect(countTests(report(), true)).toMatchObject({ passed: 0, failed: 1 })
})

test('a test that was left out counts as failed', () => {
  expect(countTests(report(file('passed', 'pending')), true)).toMatchObject({ passed: 1, failed: 1 })
})

test('a file that did not load counts as failed beside the tests that passed', () => {
  const unloaded = { status: 'failed', assertionResults: [] }
  expect(countTests(report(file('passed'), unloaded), false)).toMatchObject({ passed: 1, failed: 1 })
})

test('a bad exit code counts as failed when every test passed', () => {
  expect(countTests(report(file('passed')), false)).toMatchObject({ passed: 1, failed: 1 })
})
