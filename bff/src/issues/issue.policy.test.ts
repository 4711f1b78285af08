import { expect, test } from 'vitest'
import { viewOfIssue } from './issue.policy.ts'

const PRIVATE = { visibility: 'private', withdrawn_at: null } as const
const PUBLIC = { visibility: 'public', withdrawn_at: null } as const
const WITHDRAWN = { visibility: 'public', withdrawn_at: '2026-11-23T02:00:00.000Z' } as const

test('the reporter sees the own issue, also when withdrawn', () => {
  expect([PRIVATE, PUBLIC, WITHDRAWN].map((issue) => viewOfIssue(issue, ['requester']))).toEqual(['own', 'own', 'own'])
})

test('staff who reported it themselves see it as their own', () => {
  expect(viewOfIssue(PRIVATE, ['requester', 'queue_staff'])).toBe('own')
})

test.each(['assignee', 'queue_staff', 'queue_lead'] as const)('a %s sees it as staff', (relation) => {
  expect(viewOfIssue(PRIVATE, [relation])).toBe('staff')
})

test('a neighbour sees what is public, and neither private nor withdrawn issues', () => {
  expect([PUBLIC, PRIVATE, WITHDRAWN].map((issue) => viewOfIssue(issue, []))).toEqual(['public', 'none', 'none'])
})
