import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfigFiles } from './load.ts'
import { readSources } from './read-sources.ts'
import { untranslatedTexts } from './untranslated.ts'

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const missing = untranslatedTexts(readSources(readConfigFiles(inPackage('data'))))
const listed = readFileSync(inPackage('untranslated.txt'), 'utf8').trim().split('\n')

test('a text without Tibetan is in the list that was looked through, by "pnpm i18n:list"', () => {
  expect(missing.filter((line) => !listed.includes(line))).toEqual([])
})

test('the list names nothing that has Tibetan meanwhile, or is gone', () => {
  expect(listed.filter((line) => !missing.includes(line))).toEqual([])
})

test('labels, reply templates and names of places are all looked at', () => {
  expect(missing).toContain('catalogue.yaml categories.parking.name')
  expect(missing).not.toContain('catalogue.yaml categories.other.name')
  expect(missing.some((line) => line.startsWith('reply-templates.yaml '))).toBe(true)
  expect(missing.some((line) => line.startsWith('raosai/grid-cells.yaml '))).toBe(true)
})
