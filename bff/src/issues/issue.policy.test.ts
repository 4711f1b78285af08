import { expect, test } from 'vitest'
import { publicStateOf, viewOfIssue } from './issue.policy.ts'

const PRIVATE = { visibility: 'private', public_state: 'shown', withdrawn_at: null } as const
const PUBLIC = { visibility: 'public', public_state: 'shown', withdrawn_at: null } as const
const WITHDRAWN = { visibility: 'public', public_state: 'shown', withdrawn_at: '2026-11-23T02:00:00.000Z' } as const
const WAITING = { visibility: 'public', public_state: 'waiting', withdrawn_at: null } as const
const REFUSED = { visibility: 'public', public_state: 'refused', withdrawn_at: null } as const

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

test.each([WAITING, REFUSED])(
  'what nobody has let through exists for no neighbour, and goes on for the others: %o',
  (issue) => {
    expect(viewOfIssue(issue, [])).toBe('none')
    expect(viewOfIssue(issue, ['requester'])).toBe('own')
    expect(viewOfIssue(issue, ['queue_staff'])).toBe('staff')
  },
)

test('its reporter reads how it stands with the neighbours', () => {
  expect([PRIVATE, WITHDRAWN, WAITING, PUBLIC, REFUSED].map(publicStateOf)).toEqual([
    'private',
    'private',
    'waiting',
    'shown',
    'refused',
  ])
})
