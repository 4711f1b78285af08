import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELD_TYPES, type FieldType, fieldValue, typeOfField } from './wechat-fields.ts'

test.each<[FieldType, string, string]>([
  ['thing', '楼道照明报修', '楼道照明报修'],
  ['thing', '  楼道\n照明\t报修 ', '楼道 照明 报修'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['number', '3.5', '3.5'],
  ['letter', 'Lhasa', 'Lhasa'],
  ['symbol', '！？', '！？'],
  ['character_string', 'LS20260930-0042', 'LS20260930-0042'],
  ['time', '15:01', '15:01'],
  ['time', '2019年10月1日 15:01', '2019年10月1日 15:01'],
  ['time', '2026-09-30 14:05~2026-09-30 15:05', '2026-09-30 14:05~2026-09-30 15:05'],
  ['date', '2019年10月1日', '2019年10月1日'],
  ['date', '2019.10.1 15:01', '2019.10.1 15:01'],
  ['amount', '8.00', '￥8.00'],
  ['amount', '￥8.00元', '￥8.00元'],
  ['phone_number', '+86-0766-66888866', '+86-0766-66888866'],
  ['car_number', '藏A8Z888', '藏A8Z888'],
  ['name', '一二三四五六七八九十一', '一二三四五六七八九…'],
  ['name', 'Dolma Tsering', 'Dolma Tsering'],
  ['phrase', '处理中', '处理中'],
])('a %s says %j as %j', (type, text, value) => {
  expect(fieldValue(type, text)).toBe(value)
})

test.each<[FieldType, string]>([
  ['thing', ' \n\u0000\u200B '],
  ['number', '1.'],
  ['number', '三'],
  ['letter', 'a1'],
  ['symbol', '好！'],
  ['character_string', '编号12'],
  ['character_string', 'a'.repeat(33)],
  ['time', '25:00'],
  ['time', '2026-09/30 14:05'],
  ['date', '2026-13-01'],
  ['amount', '八元'],
  ['amount', '￥12345678901'],
  ['phone_number', '138001380001380013'],
  ['car_number', '藏A8Z88888'],
  ['name', '甲1'],
  ['phrase', '正在处理中啊'],
  ['phrase', '已办结!'],
])('a %s cannot say %j, and half of it would be something else', (type, text) => {
  expect(fieldValue(type, text)).toBeUndefined()
})

test.each([
  ['thing1', 'thing'],
  ['character_string12', 'character_string'],
  ['phone_number3', 'phone_number'],
  ['thing', undefined],
  ['enum1', undefined],
  ['thing1.value', undefined],
])('the field %s is a %s', (field, type) => {
  expect(typeOfField(field)).toBe(type)
})

// Each syllable has four characters with its tsheg, so that the twentieth would stand in the middle of one.
test('Tibetan is cut behind a syllable, never inside a stack', () => {
  const value = fieldValue('thing', 'བསྒྲུབས་བསྒྲུབས་བསྒྲུབས་བསྒྲུབས') ?? ''
  expect(value).toBe('བསྒྲུབས་བསྒྲུབས་…')
  expect(Array.from(value).length).toBeLessThanOrEqual(20)
})

test.each([
  ['a joined sign', `${'一'.repeat(17)}👨‍👩‍👧你`, `${'一'.repeat(17)}…`],
  ['a flag', `${'一'.repeat(18)}🇨🇳你`, `${'一'.repeat(18)}…`],
  ['an accent that has no letter of its own', `${'一'.repeat(18)}x̱你你`, `${'一'.repeat(18)}…`],
  ['a pair', `${'一'.repeat(18)}𠀀𠀀𠀀`, `${'一'.repeat(18)}𠀀…`],
])('%s is kept whole or left out', (_what, text, value) => {
  expect(fieldValue('thing', text)).toBe(value)
})

/** Written from the table of WeChat's page, and not from the formatter. */
const IS_TAKEN: Record<FieldType, (value: string) => boolean> = {
  thing: (value) => Array.from(value).length <= 20,
  number: (value) => value.length <= 32 && /^[0-9.]+$/.test(value) && !Number.isNaN(Number(value)),
  letter: (value) => value.length <= 32 && Array.from(value).every((sign) => /[a-z]/i.test(sign)),
  symbol: (value) => Array.from(value).length <= 5 && Array.from(value).every((sign) => !/[\p{L}\p{N}]/u.test(sign)),
  character_string: (value) => value.length <= 32 && !/\p{Script=Han}/u.test(value) && !/\s/.test(value),
  time: (value) => value.split('~').every((moment) => /\d{1,2}:\d{2}/.test(moment)),
  date: (value) => value.split('~').every((moment) => /^ ?\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}/.test(moment)),
  amount: (value) => /^[￥¥$€£]/.test(value) && (value.match(/\d+/)?.[0].length ?? 11) <= 10,
  phone_number: (value) => value.length <= 17 && !/\p{L}/u.test(value),
  car_number: (value) =>
    Array.from(value).length <= 8 && !/\p{Script=Han}/u.test(Array.from(value).slice(1, -1).join('')),
  name: (value) => Array.from(value).length <= (/[^\p{ASCII}…]/u.test(value) ? 10 : 20),
  phrase: (value) => Array.from(value).length <= 5 && Array.from(value).every((sign) => /\p{Script=Han}/u.test(sign)),
}

const alphabet = fc.constantFrom(
  '一',
  '灯',
  '坏',
  'a',
  'Z',
  '0',
  '9',
  '-',
  '.',
  '~',
  ':',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u200B',
  '\u200D',
  '\uD800',
  'བ',
  'ོ',
  'ྒྲ',
  '་',
  '།',
  '👨‍👩‍👧',
  '👍🏽',
  '🇨🇳',
  'é',
  'x̱',
  '𠀀',
  '￥',
  '…',
  '年',
  '月',
  '日',
)
const texts = fc.oneof(
  fc.array(alphabet, { maxLength: 60 }).map((signs) => signs.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString()),
)

test('whatever somebody could write, a value is one that WeChat takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_TYPES), texts, (type, text) => {
      const value = fieldValue(type, text)
      if (value === undefined) return
      expect(value.trim()).toBe(value)
      expect(value).not.toBe('')
      expect(value).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u)
      expect(IS_TAKEN[type](value), `${type}: ${value}`).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('a text that is cut keeps whole signs as a reader sees them, and says that it was cut', () => {
  const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  const whole = fc.array(fc.constantFrom('一', '灯', 'བ', 'ོ', 'ྒྲ', '་', '👨‍👩‍👧', '👍🏽', '🇨🇳', 'é', 'x̱', '𠀀'), {
    minLength: 21,
    maxLength: 40,
  })
  fc.assert(
    fc.property(whole, (parts) => {
      const text = parts.join('').normalize('NFC')
      const value = fieldValue('thing', text) ?? ''
      expect(value.endsWith('…')).toBe(true)
      const kept = value.slice(0, -1)
      expect(text.startsWith(kept)).toBe(true)
      const ends = [...signs.segment(text)].map(({ index }) => index)
      expect(kept.length === 0 || ends.includes(kept.length) || kept.length === text.length).toBe(true)
    }),
  )
})

test('what fits is said as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('一', ' བ', '་', 'a', '0'), { minLength: 1, maxLength: 10 }), (parts) => {
      const text = parts.join('').trim()
      expect(fieldValue('thing', text)).toBe(text === '' ? undefined : text)
    }),
  )
})
