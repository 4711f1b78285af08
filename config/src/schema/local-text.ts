import type { LocalText } from '@little-bench/shared/kernel/language'
import { z } from 'zod'

const words = z.string().trim().min(1, 'may not be empty')

/** A text that residents see: Chinese alone (`停车难`), or `{zh, bo}` where an attested Tibetan wording exists. */
export const localText = z
  .union([words, z.strictObject({ zh: words, bo: words.optional() })], {
    error: 'must be a Chinese text that is not empty, or zh with an optional bo',
  })
  .transform((text): LocalText => (typeof text === 'string' ? { zh: text } : text))
