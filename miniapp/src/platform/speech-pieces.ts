/** WechatSI takes at most 1000 bytes at once; browsers stop in the middle of what is much longer. */
const MAX_BYTES = 1000

/** A whole sentence with what ends it; then a part of one; both in Han, Tibetan and Latin signs. */
const SENTENCES = /[^。！？!?；;\n།]+[。！？!?；;\n།]*\s*/g
const PARTS = /[^，、：,: ་]+[，、：,: ་]*/g

/**
 * Cuts words into pieces that can be read aloud one after the other: whole sentences where they fit, else parts of one,
 * and in the middle of it only where nothing else helps. No piece has more than `maxBytes` of UTF-8.
 */
export const speechPieces = (words: string, maxBytes = MAX_BYTES): string[] =>
  joined(
    (words.match(SENTENCES) ?? []).flatMap((sentence) => cut(sentence, maxBytes)),
    maxBytes,
  )

const cut = (sentence: string, maxBytes: number): string[] => {
  if (bytesOf(sentence) <= maxBytes) return [sentence]
  return (sentence.match(PARTS) ?? []).flatMap((part) => (bytesOf(part) <= maxBytes ? [part] : Array.from(part)))
}

/** As few pieces as there can be without changing their order. */
const joined = (parts: readonly string[], maxBytes: number): string[] => {
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last !== undefined && bytesOf(last + part) <= maxBytes) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** A phone has no TextEncoder. */
const bytesOf = (text: string): number => {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
