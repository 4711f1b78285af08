import { existsSync, writeFileSync } from 'node:fs'
import { inRoot } from './places.mjs'

// Usage: pnpm db:new add-issue-photo
const [name = ''] = process.argv.slice(2)
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error('Say what it does in lower-case words with hyphens: pnpm db:new add-issue-photo')
  process.exit(1)
}

const [date, time] = new Date().toISOString().split('T')
const file = inRoot('bff', 'migrations', `${date.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}-${name}.ts`)
if (existsSync(file)) throw new Error(`${file} is there already`)
writeFileSync(
  file,
  `import type { Kysely } from 'kysely'

export const up = async (_db: Kysely<unknown>): Promise<void> => {}

export const down = async (_db: Kysely<unknown>): Promise<void> => {}
`,
)
console.log(file)
