/** A number that tells who somebody is, and where it stands, in code units. */
export interface FoundNumber {
  kind: 'phone' | 'id_number'
  from: number
  to: number
}

/** Telephone and ID numbers in a text, in their order, however somebody grouped them. */
export const findPersonalNumbers = (text: string): FoundNumber[] => findNumbers(withPlainDigits(text))

/**
 * Whether a full ID number stands in a text in any disguise: with signs between its digits, or within a longer row of them.
 * For what may never be kept; it refuses a little more than one would only warn of.
 */
export const hasIdNumber = (text: string): boolean => {
  if (findPersonalNumbers(text).some(({ kind }) => kind === 'id_number')) return true
  const row = withPlainDigits(text).replace(/[^0-9A-Za-z\u4E00-\u9FFF]/g, '')
  return Array.from({ length: Math.max(0, row.length - ID_LENGTH + 1) }, (_unused, from) =>
    row.slice(from, from + ID_LENGTH),
  ).some(isIdNumber)
}

const ID_LENGTH = 18

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
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match)
  return matches
}

const findNumbers = (plain: string): FoundNumber[] =>
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
const numbersOf = (groups: readonly DigitGroup[], plain: string): FoundNumber[] => {
  const spans: FoundNumber[] = []
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
