import type { Sentence } from './find-sentences'

/** Beside this file; `pnpm i18n:list` writes it anew, and whoever reviews a change sees what it adds. */
export const UNTRANSLATED_FILE = 'untranslated.txt'

/** The sentences that are shown in Chinese to somebody who reads Tibetan, one a line, sorted. */
export const untranslatedLines = (sentences: readonly Sentence[]): string[] =>
  sentences
    .filter(({ bo }) => bo === undefined)
    .map(({ file, key }) => `${file} ${key}`)
    .sort()
