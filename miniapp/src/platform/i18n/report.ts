import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { checkTexts } from './check-texts'

const SOURCE = path.resolve(__dirname, '../..')
const SHARED = path.resolve(__dirname, '../../../../shared/src')
const ROOT = path.resolve(__dirname, '../../../..')

/** `pnpm i18n:report` lists the sentences without an attested Tibetan wording; a mistake in a table ends it with 1. */
const report = async () => {
  const files = [...filesIn(SOURCE, isOfPages), ...filesIn(SHARED, isShared)]
  const tables = (await Promise.all(files.map(tablesOf))).flat()
  const findings = tables.flatMap(({ file, table }) => checkTexts(table).map((finding) => ({ ...finding, file })))
  const mistakes = findings.filter(({ kind }) => kind !== 'untranslated')
  const sentences = tables.reduce((sum, { table }) => sum + Object.keys(table).length, 0)
  const lines = findings.map(({ file, key, kind }) => `${kind.padEnd(20)} ${file} ${key}`)
  const untranslated = findings.length - mistakes.length
  const total = `${new Set(tables.map(({ file }) => file)).size} files, ${sentences} sentences, ${untranslated} without Tibetan, ${mistakes.length} mistakes`
  process.stdout.write(`${[...lines, total].join('\n')}\n`)
  if (sentences === 0 || mistakes.length > 0) process.exitCode = 1
}

/** Beside the pages; and the labels of enums beside them, which residents and staff both read. */
const isOfPages = (file: string) => file.endsWith('.text.ts')
const isShared = (file: string) => file.endsWith('.ts') && !file.endsWith('.test.ts')

const filesIn = (folder: string, isWanted: (file: string) => boolean) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .sort()
    .map((file) => path.join(folder, file))

const tablesOf = async (file: string) => {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href)
  return Object.entries(exported)
    .filter(([name]) => /(Text|_TEXT)$/.test(name))
    .map(([, table]) => table)
    .filter(isTextTable)
    .map((table) => ({ file: path.relative(ROOT, file), table }))
}

const isTextTable = (value: unknown): value is Record<string, LocalText> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((entry) => typeof entry === 'object' && entry !== null && 'zh' in entry)

void report()
