import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentStamp } from './content-stamp.mjs'
import { ROOT } from './places.mjs'

let folder
const stamp = () => contentStamp({ file: join(folder, 'built-from'), sources: [relative(ROOT, join(folder, 'src'))] })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'little-bench-stamp-'))
  writeFileSync(join(folder, 'src'), 'one')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('a build is fresh until its sources change', () => {
  expect(stamp().isFresh()).toBe(false)
  stamp().write()
  expect(stamp().isFresh()).toBe(true)
  writeFileSync(join(folder, 'src'), 'two')
  expect(stamp().isFresh()).toBe(false)
})

test('a build that was cut short is not fresh', () => {
  stamp().write()
  stamp().clear()
  expect(stamp().isFresh()).toBe(false)
})
