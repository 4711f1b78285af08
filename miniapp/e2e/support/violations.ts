import { expect } from 'vitest'

/** Something that is wrong with a page, and for whom. */
export interface Violation {
  page: string
  reading: string
  /** Of the window, in CSS pixels. */
  width: number
  what: string
}

const MAX_WORDS = 160

/** Fails with a table of what was found, one line each; nothing found says how much was looked at. */
export const expectNoViolations = (found: readonly Violation[], walked: string): void => {
  console.log([`${walked}: ${found.length} violations`, ...linesOf(found)].join('\n'))
  expect(linesOf(found)).toEqual([])
}

/** The same on the same page at several widths stands once. */
const linesOf = (found: readonly Violation[]): string[] => {
  const widths = new Map<string, number[]>()
  for (const { page, reading, width, what } of found) {
    const line = `${reading} | ${page} | ${what.slice(0, MAX_WORDS).replaceAll('\n', ' ')}`
    widths.set(line, [...(widths.get(line) ?? []), width])
  }
  return [...widths].map(([line, at]) => `${[...new Set(at)].join(', ')} | ${line}`)
}
