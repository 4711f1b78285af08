export const LANGUAGES = ['zh', 'bo'] as const
/** Chinese or Tibetan: the two languages of everything that a resident sees. */
export type Language = (typeof LANGUAGES)[number]

/** A text in both languages; without an attested Tibetan wording the Chinese is shown. */
export interface LocalText {
  zh: string
  bo?: string | undefined
}

export const inLanguage = (text: LocalText, language: Language): string =>
  language === 'bo' ? (text.bo ?? text.zh) : text.zh

/** The first supported language of an Accept-Language header; Chinese when none is. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /(?:^|,)\s*(zh|bo)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase() === 'bo' ? 'bo' : 'zh'
