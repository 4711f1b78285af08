import { inLanguage, type Language, type LocalText } from '../kernel/language.ts'
import type { ServiceDate } from '../kernel/time.ts'

/** What is filled in when somebody copies the text for a WeChat group. */
export const GROUP_TEXT_FIELDS = ['community', 'from', 'dueOn', 'link', 'phone'] as const
export type GroupTextField = (typeof GROUP_TEXT_FIELDS)[number]

/** Those of one window: where each person has a day of their own, the text to everybody may not name one. */
export const GROUP_TEXT_DATES: readonly GroupTextField[] = ['from', 'dueOn']

const FIELD = /\{([^}]*)\}/g

export const fieldsOfGroupText = (text: string): string[] => [...text.matchAll(FIELD)].map(([, field = '']) => field)

/** `2026-06-30` → `6月30日`, as it is said in a group; a year would be read as a number of something. */
export const dayInGroupText = (date: ServiceDate): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`

/** The text with its fields filled. One that is unknown is left as it stands: the configuration is checked for them. */
export const fillGroupText = (
  text: LocalText,
  language: Language,
  values: Readonly<Record<GroupTextField, string>>,
): string =>
  inLanguage(text, language).replace(FIELD, (whole, name: string) => {
    const field = GROUP_TEXT_FIELDS.find((one) => one === name)
    return field === undefined ? whole : values[field]
  })
