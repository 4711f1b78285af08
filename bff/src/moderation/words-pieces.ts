/** What WeChat reads at once, in characters. */
export const PIECE_LENGTH = 2_500

/** Words in pieces that WeChat can read; no character is cut in two. */
export const piecesOf = (words: string): string[] => {
  const characters = Array.from(words)
  const pieces: string[] = []
  for (let at = 0; at < characters.length; at += PIECE_LENGTH) {
    pieces.push(characters.slice(at, at + PIECE_LENGTH).join(''))
  }
  return pieces
}
