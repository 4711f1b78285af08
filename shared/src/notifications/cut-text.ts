const ELLIPSIS = '…'
/** A tsheg or a shad ends a Tibetan syllable; what stands behind it begins a new one. */
const ENDS_SYLLABLE = /[\u0F0B-\u0F14 ]$/
const TIBETAN = /^[\u0F00-\u0FFF]/

/** One line: a break or a tab is a space, no other control or formatting character, no half of a pair, no space around. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    // A joiner stays inside a sign that is made of several; elsewhere nobody sees it.
    .replace(/(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim()

/**
 * At most so many code points, the last of them … when something was left out. Never cut inside what is read as one sign
 * (an accent, a Tibetan stack, a joined emoji), nor inside a Tibetan syllable, of which half is another word.
 */
export const cutText = (line: string, max: number): string => {
  if (lengthOf(line) <= max) return line
  const signs = signsOf(line)
  const kept: string[] = []
  let room = max - 1
  for (const sign of signs) {
    room -= lengthOf(sign)
    if (room < 0) break
    kept.push(sign)
  }
  return `${kept.slice(0, wholeSyllables(signs, kept.length)).join('').trimEnd()}${ELLIPSIS}`
}

const lengthOf = (text: string): number => Array.from(text).length

/** A character with all that is written on, under or joined to it. */
const signsOf = (line: string): string[] =>
  line.match(
    /\p{RI}\p{RI}\p{M}*|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*|\P{M}\p{M}*|\p{M}+/gu,
  ) ?? []

/** How many of the first signs end with a whole syllable; all of them when a single one is longer than the room. */
const wholeSyllables = (signs: readonly string[], count: number): number => {
  for (let end = count; end > 0; end -= 1) {
    const last = signs[end - 1] ?? ''
    if (ENDS_SYLLABLE.test(last) || !TIBETAN.test(last) || !TIBETAN.test(signs[end] ?? '')) return end
  }
  return count
}
