import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const FOLDERS = ['.', '../../../shared/src/work-queue'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const WORDS_OF_SERVICES = /\b(issues?|meals?|mediation|canteen|childcare|pension)\b|说事|调解|食堂|托育/i

const sourcesIn = (folder: string): { file: string; lines: string[] }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => ({ file, lines: readFileSync(`${folder}/${file}`, 'utf8').split('\n') }))

test('the engine knows no word of any service: whatever comes later works without touching it', () => {
  const sources = FOLDERS.flatMap(sourcesIn)
  expect(sources.length).toBeGreaterThan(60)
  const found = sources.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) => (WORDS_OF_SERVICES.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
