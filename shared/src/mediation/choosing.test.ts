import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, nextStep } from './choosing.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 5 })
const cards = fc
  .tuple(...IDS.map((id) => fc.record({ id: fc.constant(id), isOnLeave: fc.boolean(), openCases: fc.nat({ max: 5 }) })))
  .map((list): Candidate[] => list)
const anyChoice = fc.record({ applicant: someIds, respondent: someIds, candidates: cards, steppedBack: someIds })

const free = (id: string, openCases = 0): Candidate => ({ id, isOnLeave: false, openCases })

test('whoever has the fewest open cases among those both trust is asked first', () => {
  const ticks = { applicant: ['a', 'b', 'c'], respondent: ['b', 'c', 'd'] }
  const candidates = [free('a'), free('b', 2), free('c', 1), free('d')]
  expect(nextStep(ticks, candidates, { steppedBack: [], round: 1 })).toEqual({ kind: 'offer', mediatorId: 'c' })
  expect(nextStep(ticks, candidates, { steppedBack: ['c'], round: 1 })).toEqual({ kind: 'offer', mediatorId: 'b' })
})

test('when nobody is trusted by both they tick once more, and then the committee proposes', () => {
  const ticks = { applicant: ['a'], respondent: ['b'] }
  expect(nextStep(ticks, [free('a'), free('b')], { steppedBack: [], round: 1 })).toEqual({ kind: 'choose_again' })
  expect(nextStep(ticks, [free('a'), free('b')], { steppedBack: [], round: 2 })).toEqual({ kind: 'committee_proposes' })
})

test('nobody is ever offered whom one side does not trust, who is on leave or who has stepped back', () => {
  fc.assert(
    fc.property(anyChoice, ({ applicant, respondent, candidates, steppedBack }) => {
      const step = nextStep({ applicant, respondent }, candidates, { steppedBack, round: 1 })
      if (step.kind !== 'offer') return
      expect(applicant).toContain(step.mediatorId)
      expect(respondent).toContain(step.mediatorId)
      expect(steppedBack).not.toContain(step.mediatorId)
      expect(candidates.find(({ id }) => id === step.mediatorId)?.isOnLeave).toBe(false)
    }),
  )
})

test('the rule treats both sides alike, and the order of ticks changes nothing', () => {
  fc.assert(
    fc.property(anyChoice, ({ applicant, respondent, candidates, steppedBack }) => {
      const state = { steppedBack, round: 1 }
      const step = nextStep({ applicant, respondent }, candidates, state)
      expect(nextStep({ applicant: respondent, respondent: applicant }, candidates, state)).toEqual(step)
      expect(nextStep({ applicant: applicant.toReversed(), respondent }, candidates, state)).toEqual(step)
    }),
  )
})

test('among equals the card that was made first is asked, whatever its id', () => {
  const ticks = { applicant: ['a', 'b'], respondent: ['a', 'b'] }
  const state = { steppedBack: [], round: 1 }
  expect(nextStep(ticks, [free('b'), free('a')], state)).toEqual({ kind: 'offer', mediatorId: 'b' })
  expect(nextStep(ticks, [free('b', 1), free('a')], state)).toEqual({ kind: 'offer', mediatorId: 'a' })
})

test('ticks of the other side beyond those both share change nothing', () => {
  fc.assert(
    fc.property(anyChoice, someIds, ({ applicant, respondent, candidates, steppedBack }, more) => {
      const others = more.filter((id) => !applicant.includes(id))
      const state = { steppedBack, round: 1 }
      expect(nextStep({ applicant, respondent: [...respondent, ...others] }, candidates, state)).toEqual(
        nextStep({ applicant, respondent }, candidates, state),
      )
    }),
  )
})
