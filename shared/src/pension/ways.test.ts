import { expect, test } from 'vitest'
import {
  canCancelVisit,
  canRescheduleVisit,
  OPEN_VISIT_STATES,
  outcomeCounts,
  proposedWay,
  VISIT_LIFECYCLE,
  VISIT_OUTCOMES,
  VISIT_STATES,
  WAITING_VISIT_STATES,
} from './ways.ts'

test('whoever cannot leave the house is visited, whatever else they answered', () => {
  expect(proposedWay({ can_use_app: true, has_helper: true, needs_visit: true })).toBe('visit')
  expect(proposedWay({ can_use_app: true, has_helper: true, needs_visit: false })).toBe('self')
  expect(proposedWay({ can_use_app: false, has_helper: true, needs_visit: false })).toBe('family')
  expect(proposedWay({ can_use_app: false, has_helper: false, needs_visit: false })).toBe('visit')
})

test('a visit that is over is neither planned, moved nor cancelled', () => {
  const over = VISIT_STATES.filter((state) => VISIT_LIFECYCLE[state].length === 0)
  expect(over).toEqual(['done', 'refused', 'cancelled'])
  expect(over.some((state) => canRescheduleVisit(state) || canCancelVisit(state))).toBe(false)
  expect(OPEN_VISIT_STATES).toEqual(['requested', 'planned', 'not_at_home', 'needs_hospital'])
  expect(WAITING_VISIT_STATES).toEqual(['requested', 'not_at_home', 'needs_hospital'])
})

test('in a round the first that is said counts', () => {
  for (const outcome of VISIT_OUTCOMES) {
    expect(outcomeCounts('planned', outcome, { isInTheirRound: true })).toBe(true)
    expect(outcomeCounts('done', outcome, { isInTheirRound: true })).toBe(false)
    expect(outcomeCounts('refused', outcome, { isInTheirRound: true })).toBe(false)
    expect(outcomeCounts('cancelled', outcome, { isInTheirRound: true })).toBe(false)
  }
})

test('whom a visitor has met was met, also when the visit had been moved, or somebody found nobody home', () => {
  for (const state of ['requested', 'planned', 'not_at_home'] as const) {
    for (const outcome of VISIT_OUTCOMES) {
      expect(outcomeCounts(state, outcome, { isInTheirRound: false })).toBe(outcome !== 'not_at_home')
    }
  }
})
