import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { useMemo } from 'react'
import { useDisplaySettings } from '../display-settings'

/**
 * The sentences of one feature, in a file `<noun>.text.ts` beside its pages:
 * `export const issueText = { sent: { zh: '已收到，编号{number}' } } as const satisfies TextTable`.
 * `bo` only where the wording is attested; without it the Chinese is shown.
 */
export type TextTable = Record<string, LocalText>

/** A value that has two languages, such as a date, follows its sentence: a Chinese sentence gets the Chinese date. */
type Value = string | number | LocalText

type PlaceholderNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderNames<Rest>
  : never

type ValuesFor<Text extends string> = [PlaceholderNames<Text>] extends [never]
  ? []
  : [values: Record<PlaceholderNames<Text>, Value>]

export type Translate<T extends TextTable> = <K extends keyof T & string>(
  key: K,
  ...values: ValuesFor<T[K]['zh']>
) => string

/** `t('sent', { number: 'RS-20261122-0007' })`; the names between braces are checked by the compiler. */
export const translator =
  <T extends TextTable>(table: T, language: Language): Translate<T> =>
  (key, ...[values]) => {
    const entry = table[key]
    if (!entry) return key
    const spoken: Language = language === 'bo' && entry.bo !== undefined ? 'bo' : 'zh'
    return fill(inLanguage(entry, spoken), values ?? {}, spoken)
  }

const fill = (sentence: string, values: Record<string, Value>, language: Language) =>
  sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder
    return typeof value === 'object' ? inLanguage(value, language) : String(value)
  })

/** The sentences of a feature in the language that this person reads. */
export const useText = <T extends TextTable>(table: T): Translate<T> => {
  const language = useDisplaySettings((settings) => settings.language)
  return useMemo(() => translator(table, language), [table, language])
}
