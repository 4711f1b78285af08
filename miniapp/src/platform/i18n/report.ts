import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { checkTexts } from './check-texts'

const SOURCE = path.resolve(__dirname, '../..')

/** `pnpm i18n:report` lists the sentences without an attested Tibetan wording; a mistake in a table ends it with 1. */
const report = async () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.text.ts'))
  const tables = (await Promise.all(files.sort().map(tablesOf))).flat()
  const findings = tables.flatMap(({ file, table }) => checkTexts(table).map((finding) => ({ ...finding, file })))
  const mistakes = findings.filter(({ kind }) => kind !== 'untranslated')
  const sentences = tables.reduce((sum, { table }) => sum + Object.keys(table).length, 0)
  const lines = findings.map(({ file, key, kind }) => `${kind.padEnd(20)} ${file} ${key}`)
  const untranslated = findings.length - mistakes.length
  const total = `${files.length} files, ${sentences} sentences, ${untranslated} without Tibetan, ${mistakes.length} mistakes`
  process.stdout.write(`${[...lines, total].join('\n')}\n`)
  if (sentences === 0 || mistakes.length > 0) process.exitCode = 1
}

const tablesOf = async (file: string) => {
  const exported: Record<string, unknown> = await import(pathToFileURL(path.join(SOURCE, file)).href)
  return Object.entries(exported)
    .filter(([name]) => name.endsWith('Text'))
    .map(([, table]) => table)
    .filter(isTextTable)
    .map((table) => ({ file, table }))
}

const isTextTable = (value: unknown): value is Record<string, LocalText> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((entry) => typeof entry === 'object' && entry !== null && 'zh' in entry)

void report()
