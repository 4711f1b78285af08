import { expect, test } from 'vitest'
import type { DatedFact } from '../people/facts.ts'
import { applicantOf, asResident, belongsElsewhere, waitlistReasonOf } from './applicant.ts'

const ON = '2026-11-24'
const registered = (facts: readonly DatedFact[]) => asResident(applicantOf(facts, 'raosai', ON), true)

test('a registered resident lives here, whether or not they have said where', () => {
  expect(registered([]).livesHere).toBe(true)
  expect(waitlistReasonOf([], registered([]), ON)).toBe('lives_here')
  expect(belongsElsewhere([], registered([]), ON)).toBe(false)
})

test('whoever is not registered and has said nothing lives nowhere that is known', () => {
  const stranger = asResident(applicantOf([], 'raosai', ON), false)
  expect(stranger).toMatchObject({ livesHere: false, worksNearby: false })
  expect(waitlistReasonOf([], stranger, ON)).toBe('anybody')
})
