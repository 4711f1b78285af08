import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkTexts } from './check-texts'
import { findSentences } from './find-sentences'
import { UNTRANSLATED_FILE, untranslatedLines } from './untranslated'

const ROOT = path.resolve(__dirname, '../../../..')

/**
 * `pnpm i18n:report` lists the sentences without an attested Tibetan wording, with their Chinese, for a translator; a
 * mistake ends it with 1. `--write` writes the list that every such sentence has to be in.
 */
const report = (isWriting: boolean) => {
  const sentences = findSentences(ROOT)
  const found = sentences.flatMap(({ file, key, zh, bo }) =>
    checkTexts({ [key]: { zh, bo } }).map(({ kind }) => ({ file, key, zh, kind })),
  )
  const mistakes = found.filter(({ kind }) => kind !== 'untranslated')
  const lines = found.map(({ file, key, zh, kind }) => `${kind.padEnd(20)} ${file} ${key} ${zh}`)
  const untranslated = untranslatedLines(sentences)
  const files = new Set(sentences.map(({ file }) => file)).size
  const total = `${files} files, ${sentences.length} sentences, ${untranslated.length} without Tibetan, ${mistakes.length} mistakes`
  process.stdout.write(`${[...lines, total].join('\n')}\n`)
  if (isWriting) writeFileSync(path.join(__dirname, UNTRANSLATED_FILE), `${untranslated.join('\n')}\n`)
  if (sentences.length === 0 || mistakes.length > 0) process.exitCode = 1
}

report(process.argv.includes('--write'))
