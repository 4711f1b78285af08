import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'field-keys.json'
const KEY_BYTES = 32
const newKey = () => randomBytes(KEY_BYTES).toString('base64')

/** New keys for sealed values, as the environment of a server names them. */
export const newFieldKeys = () => ({ FIELD_KEYS: `first:${newKey()}`, LOOKUP_KEY: newKey() })

/** The keys of the embedded database, made once and kept beside it, readable by its owner alone. */
export function fieldKeysIn(directory) {
  const path = join(directory, FILE)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  const keys = newFieldKeys()
  mkdirSync(directory, { recursive: true })
  writeFileSync(path, `${JSON.stringify(keys)}\n`, { mode: 0o600, flag: 'wx' })
  return keys
}
