/** As PostgreSQL compares it: full-width letters and digits as the plain ones, capitals as small letters. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a search, each once. Nothing that a person types is a pattern. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    plain(text)
      .split(/\s+/)
      .filter((word) => word !== ''),
  ),
]

export const MAX_SEARCH_WORDS = 5

/** One Latin letter, digit or sign stands nearly everywhere; a letter of Han or Tibetan can be a word. */
const isShort = (word: string): boolean => Array.from(word).length === 1 && !/\p{Lo}/u.test(word)

/** Beside a longer word a short one is welcome: 3 号楼. */
export const areTooShort = (words: readonly string[]): boolean => words.every(isShort)

/** So many characters stand on each side of what was found. */
const AROUND = 30

/** The words around the first one that was searched for, out of the first line of these texts in which one stands. */
export const excerptOf = (texts: readonly string[], words: readonly string[]): string => {
  const lines = texts.flatMap((text) => text.split('\n'))
  const line = lines.find((candidate) => words.some((word) => plain(candidate).includes(word))) ?? ''
  // As it was written, unless what was found stands there in another form only.
  const shown = words.some((word) => narrow(line).includes(word)) ? line : line.normalize('NFKC')
  const [first] = words.map((word) => narrow(shown).indexOf(word)).filter((index) => index >= 0)
  return cutAround(shown, first ?? 0)
}

/** Full-width letters and digits as the plain ones, each where it stands. */
const narrow = (line: string): string =>
  line.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).toLowerCase()

const cutAround = (line: string, index: number): string => {
  const [before, after] = [Array.from(line.slice(0, index)), Array.from(line.slice(index))]
  // A vowel sign without its letter is no word.
  const start = before
    .slice(-AROUND)
    .join('')
    .replace(/^\p{M}+/u, '')
  const end = after.slice(0, AROUND * 2).join('')
  return `${before.length > AROUND ? '…' : ''}${start}${end}${after.length > AROUND * 2 ? '…' : ''}`
}
