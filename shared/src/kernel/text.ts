const TIBETAN_SYLLABLE = /[\u0F00-\u0F0A\u0F0E-\u0FFF]+/g
/** The longest everyday syllable, བསྒྲུབས, has 7 code units before its tsheg. */
const CODE_UNITS_PER_SYLLABLE = 8

/**
 * The length of a text in characters as a reader counts them: one for each Han character or Latin letter, one for each
 * Tibetan syllable. Tibetan needs 4.3 code units for the content of one Han character (median), so counting code units
 * would give a Tibetan writer a quarter of the room.
 */
export const textLength = (text: string): number => {
  let syllables = 0
  const rest = text.replace(TIBETAN_SYLLABLE, (run) => {
    syllables += Math.ceil(run.length / CODE_UNITS_PER_SYLLABLE)
    return ''
  })
  return syllables + Array.from(rest.replace(/[\u0F0B-\u0F0D]/g, '')).length
}

/**
 * NFC, no zero-width space, no control character but the line break, no half of a pair, no space around. PostgreSQL
 * refuses U+0000 and stores a lone surrogate as a question mark.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\u200B\uFEFF]/g, '')
    .replace(/[\uD800-\uDFFF]/gu, '')
    // After the removals, or an accent behind a removed character would stay apart from its letter.
    .normalize('NFC')
    .trim()
