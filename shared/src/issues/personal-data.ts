import { findPersonalNumbers, matchesOf } from '../kernel/personal-numbers.ts'
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
  const spans: Span[] = [...findPersonalNumbers(text), ...findKnownNames(text, knownNames), ...findNames(text)]
  return withoutOverlaps(spans).map((span) => ({ ...span, text: text.slice(span.from, span.to) }))
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
