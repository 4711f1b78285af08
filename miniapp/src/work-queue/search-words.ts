import { cleanText } from '@little-bench/shared/kernel/text'

/** One character stands nearly everywhere. */
const SHORTEST = 2

/** What is asked for; undefined while it is too short to find anything by. */
export const searchTextOf = (typed: string): string | undefined => {
  const text = cleanText(typed).replace(/\s+/g, ' ')
  return Array.from(text.replace(/ /g, '')).length < SHORTEST ? undefined : text
}

export interface Piece {
  words: string
  isFound: boolean
}

/** The words of an excerpt in order, those that were asked for marked. */
export const markFound = (excerpt: string, text: string): Piece[] => {
  const wanted = text.split(' ').filter((word) => word !== '')
  const pattern = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  if (pattern === '') return [{ words: excerpt, isFound: false }]
  return excerpt
    .split(new RegExp(`(${pattern})`, 'gi'))
    .map((words, index) => ({ words, isFound: index % 2 === 1 }))
    .filter(({ words }) => words !== '')
}
