import { NOT_A_NAME_BEFORE, SURNAMES, TIBETAN_NAMES, TITLES } from './personal-names.ts'

/** What tells who somebody is, and should not stand in a text that neighbours read. */
export const PERSONAL_DATA_KINDS = ['phone', 'id_number', 'name'] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** Where a piece stands, in code units. */
export interface FoundPersonalData {
  kind: PersonalDataKind
  text: string
  from: number
  to: number
}

type Span = Omit<FoundPersonalData, 'text'>

/**
 * Telephone numbers, ID numbers and names in a text, in their order and without overlaps. It warns and refuses nothing: a
 * name that nobody knows here and that has no title is not found, and the shop 扎西商店 is no person.
 */
export const findPersonalData = (text: string, knownNames: readonly string[]): FoundPersonalData[] => {
  const plain = withPlainDigits(text)
  const spans = [...findNumbers(plain), ...findKnownNames(text, knownNames), ...findNames(text)]
  return withoutOverlaps(spans).map((span) => ({ ...span, text: text.slice(span.from, span.to) }))
}

/** Full-width digits, letters and signs as the plain ones; every position stays where it is. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

interface DigitGroup {
  digits: string
  from: number
  to: number
}

/** Digits that belong together, however somebody grouped them: 139 0000 0000, (0891)632-0000. */
const RUN = /\d[\dXx]*(?:[\s\-\u2010-\u2015().]{1,2}\d[\dXx]*)*/g

/** As matchAll, which iOS 12 does not know. */
const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match)
  return matches
}

const findNumbers = (plain: string): Span[] =>
  matchesOf(plain, RUN).flatMap((run) => {
    const groups = matchesOf(run[0], /\d[\dXx]*/g).map(({ 0: digits, index }) => ({
      digits,
      from: run.index + index,
      to: run.index + index + digits.length,
    }))
    return numbersOf(groups, plain)
  })

/** An ID number has eighteen; the longest telephone number has fewer. */
const MAX_DIGITS = 20

/** The last group up to which these are few enough to be one number. */
const reachOf = (groups: readonly DigitGroup[], first: number): number => {
  let last = first
  let length = groups[first]?.digits.length ?? 0
  for (const { digits } of groups.slice(first + 1, first + MAX_DIGITS)) {
    length += digits.length
    if (length > MAX_DIGITS) break
    last++
  }
  return last
}

/** The longest number that begins with the first group, and so on; a number never begins within a group. */
const numbersOf = (groups: readonly DigitGroup[], plain: string): Span[] => {
  const spans: Span[] = []
  for (let first = 0; first < groups.length; first++) {
    for (let last = reachOf(groups, first); last >= first; last--) {
      const taken = groups.slice(first, last + 1)
      const [from, to] = [taken[0]?.from ?? 0, groups[last]?.to ?? 0]
      const kind = kindOfNumber(taken.map(({ digits }) => digits).join(''), plain.slice(Math.max(0, from - 6), from))
      if (kind === undefined) continue
      spans.push({ kind, from, to })
      first = last
      break
    }
  }
  return spans
}

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const LAND_LINE = /^(?:(?:00)?860?|0)(?:10|2\d|[3-9]\d\d)\d{7,8}$/
/** Without an area code only a word tells that it is a telephone. */
const LOCAL_LINE = /^[2-8]\d{6,7}$/
const SAYS_TELEPHONE = /(?:电话|座机|拨打|致电|号码|ཁ་པར)\D{0,2}$/

const kindOfNumber = (digits: string, before: string): 'phone' | 'id_number' | undefined => {
  if (MOBILE.test(digits) || LAND_LINE.test(digits)) return 'phone'
  if (LOCAL_LINE.test(digits) && SAYS_TELEPHONE.test(before)) return 'phone'
  return isIdNumber(digits) ? 'id_number' : undefined
}

/** GB 11643: province, birth date and, of 18 digits, the last one that is computed from the others. */
const ID_NUMBER =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]|91)\d{4}(?:(?:18|19|20)\d\d|\d\d)(\d\d)(\d\d)/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const LAST_DIGITS = '10X98765432'

const isIdNumber = (digits: string): boolean => {
  const isNew = /^\d{17}[\dXx]$/.test(digits)
  if (!isNew && !/^\d{15}$/.test(digits)) return false
  const date = digits.slice(isNew ? 10 : 8, isNew ? 14 : 12)
  const [month, day] = [Number(date.slice(0, 2)), Number(date.slice(2))]
  if (!ID_NUMBER.test(digits) || month < 1 || month > 12 || day < 1 || day > 31) return false
  return !isNew || lastDigitOf(digits) === digits.slice(17).toUpperCase()
}

/** The check digit of an 18-digit ID number, from its first 17: an order number of that length has it by chance only. */
export const lastDigitOf = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return LAST_DIGITS[sum % 11] ?? ''
}

const findKnownNames = (text: string, names: readonly string[]): Span[] =>
  names
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name.length >= 2)
    .flatMap((name) => occurrences(text, name))

const occurrences = (text: string, name: string): Span[] => {
  const spans: Span[] = []
  for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + name.length)) {
    spans.push({ kind: 'name', from, to: from + name.length })
  }
  return spans
}

// Each begins with what stands before the name: iOS before 16.4 knows no look-behind.
const HAN = '[\\u4E00-\\u9FFF]'
const BEGINNING = '(^|[^\\u4E00-\\u9FFF]|[找叫给跟和是问由与])'
const TIBETAN_IN_HAN = `(?:${TIBETAN_NAMES})+`
const SOMEBODY = `(?:${TIBETAN_IN_HAN}|(?:${SURNAMES})${HAN}{1,2})`
const NAME_PATTERNS = [
  // 王先生, and at the beginning of a phrase 王小明先生.
  `()(?:${SURNAMES})(?:${TITLES})`,
  `${BEGINNING}(?:${SURNAMES})(?:某某?|${HAN}{1,2})(?:${TITLES})`,
  `()${TIBETAN_IN_HAN}(?:${TITLES})?(?!${NOT_A_NAME_BEFORE})`,
  `(我叫|本人叫|名叫|本人|联系人|姓名|署名)${SOMEBODY}`,
  `((?:联系人|姓名|署名|经办人)\\s*[:：]\\s*)${HAN}{2,4}`,
  // «My name is …»: a name written in Tibetan is a word like any other.
  '((?:^|[^\\u0F40-\\u0FBC])\u0F44\u0F0B\u0F63\u0F0B)[\\u0F40-\\u0FBC\\u0F0B]{2,40}?(?=\u0F0B?\u0F5F\u0F7A\u0F62)',
].map((pattern) => new RegExp(pattern, 'g'))

const findNames = (text: string): Span[] =>
  NAME_PATTERNS.flatMap((pattern) =>
    matchesOf(text, pattern).map((match) => ({
      kind: 'name' as const,
      from: match.index + (match[1]?.length ?? 0),
      to: match.index + match[0].length,
    })),
  )

/** Of two that overlap the longer one counts. */
const withoutOverlaps = (spans: readonly Span[]): Span[] => {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (kept.every(({ from, to }) => span.to <= from || span.from >= to)) kept.push(span)
  }
  return kept.sort((a, b) => a.from - b.from)
}
