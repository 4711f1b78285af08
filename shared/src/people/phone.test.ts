import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPhone, plainPhone, spokenPhone } from './phone.ts'

test.each([
  ['138 0013 8000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['0891-0000-191', '08910000191'],
  ['+8608910000191', '08910000191'],
  ['０８９１００００１９１', '08910000191'],
])('%s is kept as %s', (typed, plain) => {
  expect([plainPhone(typed), isPhone(plain)]).toEqual([plain, true])
})

test.each(['', '110', '12345', '86', '1380013800', '138001380000', '23800138000', '1380013800x'])(
  '«%s» is no number of a person',
  (typed) => {
    expect(isPhone(plainPhone(typed))).toBe(false)
  },
)

test.each([
  ['13800138000', '138-0013-8000'],
  ['08910000181', '0891-0000-181'],
  ['01012345678', '010-1234-5678'],
])('%s is read out as %s', (plain, spoken) => {
  expect([spokenPhone(plain), plainPhone(spoken)]).toEqual([spoken, plain])
})

test('however a number is written, it is the same number', () => {
  const digits = fc.stringMatching(/^1\d{10}$/)
  const gap = fc.constantFrom('', ' ', '-')
  fc.assert(
    fc.property(
      digits,
      fc.array(gap, { minLength: 11, maxLength: 11 }),
      fc.constantFrom('', '86', '+86'),
      (plain, gaps, country) => {
        const written = country + Array.from(plain, (digit, index) => digit + (gaps[index] ?? '')).join('')
        return plainPhone(written) === plain && plainPhone(plainPhone(written)) === plain
      },
    ),
  )
})
