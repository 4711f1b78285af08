import type { LocalText } from '@little-bench/shared/kernel/language'

export interface TextFinding {
  key: string
  /** `untranslated` is reported; every other kind is a mistake. */
  kind: 'untranslated' | 'no_chinese' | 'placeholders_differ' | 'foreign_letters' | 'broken_characters'
}

const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join()

/** What is missing or wrong in a table of sentences, in the order of its keys. */
export const checkTexts = (table: Record<string, LocalText>): TextFinding[] =>
  Object.entries(table).flatMap(([key, { zh, bo }]) => kindsOf(zh, bo).map((kind) => ({ key, kind })))

const kindsOf = (zh: string, bo: string | undefined): TextFinding['kind'][] => {
  const kinds: TextFinding['kind'][] = []
  if (zh.trim() === '') kinds.push('no_chinese')
  if (zh.includes('\uFFFD') || bo?.includes('\uFFFD')) kinds.push('broken_characters')
  if (bo === undefined) return [...kinds, 'untranslated']
  if (placeholders(zh) !== placeholders(bo)) kinds.push('placeholders_differ')
  // A translation with Han or Latin letters was not finished, or not made by a translator.
  if (/[\u4E00-\u9FFFA-Za-z]/.test(bo.replace(/\{\w+\}/g, ''))) kinds.push('foreign_letters')
  return kinds
}
