import { expect, test } from 'vitest'
import { rosterOf } from '../../test/components/oversight-examples'
import { draftOf, EMPTY_SHIFT, shiftMistakes, shiftOf } from './shift-draft'

const roster = rosterOf()
const [shift] = roster.shifts

test('a shift that is opened and kept unchanged stays as it was, also one that ends at midnight', () => {
  if (!shift) throw new Error('the roster has no shift')
  expect(shiftOf(draftOf(shift), roster, shift)).toEqual(shift)
  const late = { ...shift, toMinute: 1440 }
  expect(shiftOf(draftOf(late), roster, late)).toEqual(late)
})

test('a shift keeps people who have left the queue since, and takes no stranger', () => {
  if (!shift) throw new Error('the roster has no shift')
  const without = rosterOf({ staff: [] })
  expect(shiftOf(draftOf(shift), without, shift)).toEqual(shift)
  expect(shiftOf({ ...EMPTY_SHIFT, personId: 'stranger' }, roster, undefined)).toBeUndefined()
})

test('hours must go forward and absences too', () => {
  const mistakes = shiftMistakes({
    ...EMPTY_SHIFT,
    personId: 'somebody',
    from: '18:00',
    to: '09:00',
    absences: [{ from: '2026-11-26', to: '2026-11-25' }],
  })
  expect(mistakes).toEqual(['hoursBackwards', 'absenceBackwards'])
})
