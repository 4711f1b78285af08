import { z } from 'zod'
import { cleanText, textLength } from './text.ts'

/** A text that a person wrote or left empty: cleaned, at most `max` characters as textLength counts them. */
export const freeTextOrNone = (max: number) =>
  z
    .string()
    // Bounds the work of counting; no counted text within `max` is longer than this.
    .max(max * 20, { message: `text_too_long:${max}` })
    .transform(cleanText)
    .refine((text) => textLength(text) <= max, { message: `text_too_long:${max}` })

/** The same, and not empty. */
export const freeText = (max: number) =>
  freeTextOrNone(max).refine((text) => textLength(text) > 0, { message: 'text_empty' })
