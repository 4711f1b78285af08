import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateSchemas } from './generate-schemas.ts'

for (const [path, content] of Object.entries(generateSchemas())) {
  const file = fileURLToPath(new URL(`../data/${path}`, import.meta.url))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
