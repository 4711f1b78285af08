/** What a code on paper or on a screen opens. The first digit says which, so that one field takes them all. */
export const CODE_PURPOSES = ['household', 'proxy_grant', 'receipt', 'case_invitation', 'staff_invitation'] as const
export type CodePurpose = (typeof CODE_PURPOSES)[number]

const DIGIT_OF_PURPOSE: Record<CodePurpose, string> = {
  household: '2',
  proxy_grant: '5',
  receipt: '8',
  case_invitation: '3',
  staff_invitation: '7',
}
/** Drawn at random between the first digit and the check digit: 33 bits, guessed at ten tries in ten minutes. */
export const RANDOM_DIGITS = 10
const CODE = /^\d{12}$/

/** The digit that makes a mistyped digit or two swapped ones be noticed before they cost a try (Luhn, ISO/IEC 7812). */
const checkDigitOf = (digits: string): string => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** The twelve digits for a purpose; `random` are RANDOM_DIGITS digits. */
export const codeOf = (purpose: CodePurpose, random: string): string => {
  const digits = DIGIT_OF_PURPOSE[purpose] + random
  return digits + checkDigitOf(digits)
}

/** As it was typed or read out: spaces, hyphens and full-width digits are nobody's mistake. */
export const cleanCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

/** What a cleaned code is for; undefined when a digit must be wrong. */
export const purposeOfCode = (code: string): CodePurpose | undefined => {
  if (!CODE.test(code) || checkDigitOf(code.slice(0, -1)) !== code.at(-1)) return undefined
  return CODE_PURPOSES.find((purpose) => DIGIT_OF_PURPOSE[purpose] === code[0])
}

/** `5123 4567 8901`: four digits at a time can be read out and written down. */
export const spokenCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')
