import { FACT_KINDS } from '@little-bench/shared/people/facts'
import { FactContent } from '@little-bench/shared/people/profile.contract'
import { expect, test } from 'vitest'
import { EMPTY_FACT, type FactFields, readFact } from './fact-fields'

const known = { communityId: 'raosai', today: '2026-11-28' }
const born = (year: string, month: string, day: string) =>
  readFact('birth_date', { ...EMPTY_FACT, year, month, day }, known)

test('a birth date is read as it is said, also with full-width digits', () => {
  const said = { kind: 'birth_date', value: { on: '1949-10-01' } }
  expect(born('1949', '10', '1')).toEqual(said)
  expect(born('１９４９', '10', ' 01 ')).toEqual(said)
})

test.each([
  ['', '10', '1', 'birthMissing'],
  ['1949', '2', '30', 'birthImpossible'],
  ['1949', '13', '1', 'birthImpossible'],
  ['49', '10', '1', 'birthTooLongAgo'],
  ['2026', '11', '29', 'birthInFuture'],
  ['1890', '1', '1', 'birthTooLongAgo'],
])('a birth date that cannot be is told at once: %s-%s-%s', (year, month, day, mistake) => {
  expect(born(year, month, day)).toBe(mistake)
})

test('what is filled in is what the contract takes, for every kind', () => {
  const full: FactFields = {
    year: '1949',
    month: '10',
    day: '1',
    home: { communityId: 'raosai', placeId: 'yard-7' },
    workplace: '菜店',
    language: 'bo',
    needsInterpreter: true,
  }
  for (const kind of FACT_KINDS) expect(FactContent.parse(readFact(kind, full, known))).toMatchObject({ kind })
})

test('nothing is chosen for anybody', () => {
  expect(readFact('residence', EMPTY_FACT, known)).toBe('placeMissing')
  expect(readFact('workplace', { ...EMPTY_FACT, workplace: '  ' }, known)).toBe('workplaceMissing')
  expect(readFact('language', EMPTY_FACT, known)).toBe('languageMissing')
})
