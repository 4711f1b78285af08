import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { generateSchemas } from './generate-schemas.ts'
import { readConfigFiles } from './load.ts'

const DATA = fileURLToPath(new URL('../data', import.meta.url))

test.each(Object.entries(readConfigFiles(DATA)))('%s begins with the schema that helps its editor', (file, text) => {
  const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? ''
  expect(existsSync(resolve(DATA, dirname(file), schema))).toBe(true)
})

test.each(Object.entries(generateSchemas()))('%s is up to date', (path, content) => {
  expect(readFileSync(resolve(DATA, path), 'utf8')).toBe(content)
})

test('a schema refuses unknown keys, as the loader does', () => {
  const community: unknown = JSON.parse(generateSchemas()['schema/community.generated.json'] ?? '{}')
  expect(community).toMatchObject({
    additionalProperties: false,
    required: expect.arrayContaining(['id', 'receiptPrefix']),
  })
})
