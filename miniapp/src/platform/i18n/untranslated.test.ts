import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkTexts } from './check-texts'
import { findSentences } from './find-sentences'
import { UNTRANSLATED_FILE, untranslatedLines } from './untranslated'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const sentences = findSentences(ROOT)
const listed = readFileSync(path.join(import.meta.dirname, UNTRANSLATED_FILE), 'utf8')
  .trim()
  .split('\n')
const missing = untranslatedLines(sentences)

test('a sentence without Tibetan is in the list that was looked through, by "pnpm i18n:list"', () => {
  expect(missing.filter((line) => !listed.includes(line))).toEqual([])
})

test('the list names nothing that has Tibetan meanwhile, or is gone', () => {
  expect(listed.filter((line) => !missing.includes(line))).toEqual([])
})

test('the sentences of the pages, of errors, of notices and of the server are all looked at', () => {
  const files = new Set(sentences.map(({ file }) => file))
  for (const file of [
    'miniapp/src/home/home.text.ts',
    'shared/src/kernel/errors.ts',
    'shared/src/notifications/notices.ts',
    'shared/src/people/acts.ts',
    'bff/src/platform/http/field-messages.ts',
  ])
    expect(files).toContain(file)
})

test('no sentence lacks its Chinese, loses a placeholder or was left half translated', () => {
  const table = Object.fromEntries(sentences.map(({ file, key, zh, bo }) => [`${file} ${key}`, { zh, bo }]))
  expect(checkTexts(table).filter(({ kind }) => kind !== 'untranslated')).toEqual([])
})
