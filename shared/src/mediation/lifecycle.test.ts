import { expect, test } from 'vitest'
import { CASE_ACTORS, CASE_LIFECYCLE, CASE_MOVES, CASE_STATES, movedCase, OPEN_CASE_STATES } from './lifecycle.ts'

test('either side can leave in every state in which something is still open, and it is over then', () => {
  expect(OPEN_CASE_STATES).toEqual([
    'requested',
    'inviting',
    'choosing',
    'ordered',
    'accepted',
    'preparing',
    'in_session',
  ])
  for (const state of OPEN_CASE_STATES) {
    expect([movedCase(state, 'withdraw', 'applicant'), movedCase(state, 'withdraw', 'respondent')]).toEqual([
      'closed',
      'closed',
    ])
    expect(movedCase(state, 'withdraw', 'committee')).toBeUndefined()
  }
})

test('every state is reached from a request, and from every state a case can end', () => {
  const reached = new Set<string>(['requested'])
  for (const _round of CASE_STATES) {
    for (const state of CASE_STATES) {
      if (!reached.has(state)) continue
      for (const rule of Object.values(CASE_LIFECYCLE[state])) reached.add(rule.to)
    }
  }
  expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted())
  const ends = new Set<string>(['closed'])
  for (const _round of CASE_STATES) {
    for (const state of CASE_STATES) {
      if (Object.values(CASE_LIFECYCLE[state]).some(({ to }) => ends.has(to))) ends.add(state)
    }
  }
  expect([...ends].toSorted()).toEqual([...CASE_STATES].toSorted())
})

test('a hand that the table does not name moves nothing', () => {
  for (const state of CASE_STATES) {
    for (const move of CASE_MOVES) {
      for (const actor of CASE_ACTORS) {
        const rule = CASE_LIFECYCLE[state][move]
        expect(movedCase(state, move, actor)).toBe(rule?.by.includes(actor) ? rule.to : undefined)
      }
    }
  }
})

test('neither the committee nor a mediator makes an agreement: both sides do', () => {
  expect(CASE_LIFECYCLE.in_session.agree?.by).toEqual(['rule'])
})
