import { findPersonalData, type PersonalDataKind } from '@little-bench/shared/issues/personal-data'

/** A piece of somebody's words that tells who somebody is. */
export interface FoundPiece {
  kind: PersonalDataKind
  text: string
}

const MASK = '＊＊＊'

/** Every place where it stands is covered, so that nothing is left to compare. */
export const mask = (words: string, { text }: FoundPiece): string => words.split(text).join(MASK)

/** What this phone finds, and what the server found in the same words; each piece once. */
export const foundPieces = (
  words: string,
  knownNames: readonly string[],
  alsoFound: readonly FoundPiece[] = [],
): FoundPiece[] => {
  const found = [...findPersonalData(words, knownNames), ...alsoFound].filter(({ text }) => words.includes(text))
  return [...new Map(found.map(({ kind, text }) => [text, { kind, text }])).values()]
}
