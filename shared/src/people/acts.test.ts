import { expect, test } from 'vitest'
import { apiContract, apiEndpoints } from '../api.ts'
import type { OperationContract } from '../kernel/endpoint.ts'
import { inLanguage } from '../kernel/language.ts'
import { actText, PROXY_ACTS } from './acts.ts'

const isOperation = (name: string): name is keyof typeof apiEndpoints => name in apiEndpoints

const isDelegable = (name: keyof typeof apiEndpoints): boolean => {
  const { delegation, writesNothing }: OperationContract = apiContract[name]
  return delegation !== 'nobody' && delegation !== 'anybody' && !writesNothing
}
const delegableWrites = Object.keys(apiEndpoints)
  .filter(isOperation)
  .filter((name) => apiEndpoints[name][0] !== 'GET' && isDelegable(name))

test('there are writes that others can make for somebody', () => {
  expect(delegableWrites.length).toBeGreaterThan(4)
})

test.each(delegableWrites)('%s has words for the list of the person it was done for', (name) => {
  expect(Object.keys(PROXY_ACTS)).toContain(name)
})

test.each([
  ['moveWorkItem', 'reminded', '催办了一件事'],
  ['moveWorkItem', 'withdrawn', '撤回了一件事'],
  ['moveWorkItem', 'reopened', '要求重办一件事'],
  ['moveWorkItem', 'closed', '办了一件事的手续'],
  ['reportIssue', 'enqueued', '说了一件事'],
  ['rateWorkItem', 'rated', '评价了一件事'],
  ['claimFact', null, '填了一项资料'],
  ['somethingNew', undefined, 'somethingNew'],
])('%s with %s reads: %s', (operation, eventKind, words) => {
  expect(inLanguage(actText(operation, eventKind), 'zh')).toBe(words)
})
