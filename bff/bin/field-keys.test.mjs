import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fieldKeysIn, newFieldKeys } from './field-keys.mjs'

test('the keys are made once, kept for the next start, and readable by their owner alone', () => {
  const directory = mkdtempSync(join(tmpdir(), 'little-bench-keys-'))
  try {
    const keys = fieldKeysIn(directory)
    expect(fieldKeysIn(directory)).toEqual(keys)
    expect(statSync(join(directory, 'field-keys.json')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(directory, { recursive: true })
  }
})

test('no two installations have the same keys', () => {
  expect(newFieldKeys()).not.toEqual(newFieldKeys())
})
