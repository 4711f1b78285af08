// `pnpm generate` writes every generated file of the server; `--check` compares and exits 1 when one is stale.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { openApiDocument } from '../src/platform/http/openapi.ts'
import { describeEnvironment } from './describe-environment.ts'
import { describeFolders } from './describe-folders.ts'
import { describeLifecycle } from './describe-lifecycle.ts'
import { describeSchema } from './describe-schema.ts'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'

const bff = fileURLToPath(new URL('..', import.meta.url))

const tableTypes = (databaseUrl: string, outFile: string): void => {
  execFileSync(
    process.execPath,
    [
      join(bff, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${databaseUrl}`,
      `--out-file=${outFile}`,
      '--log-level=error',
      '--exclude-pattern=*kysely_*',
      `--config-file=${join(bff, '.kysely-codegen.json')}`,
    ],
    { stdio: 'inherit' },
  )
}

const generate = async (): Promise<Record<string, string>> => {
  const directory = await mkdtemp(join(tmpdir(), 'little-bench-generate-'))
  const postgres = await startEmbeddedPostgres({ directory, durable: false })
  try {
    await migrateToLatest(postgres.url)
    const types = join(directory, 'tables.ts')
    tableTypes(postgres.url, types)
    return {
      'src/platform/db/tables.generated.ts': await readFile(types, 'utf8'),
      'schema.sql': await describeSchema(postgres.url),
      '../shared/docs/folders.md': await describeFolders(),
      '../shared/docs/lifecycle.md': describeLifecycle(),
      '../shared/docs/environment.md': describeEnvironment(),
      'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
    }
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

const files = await generate()
const stale: string[] = []
for (const [path, text] of Object.entries(files)) {
  const current = await readFile(join(bff, path), 'utf8').catch(() => '')
  if (current === text) continue
  stale.push(path)
  if (!process.argv.includes('--check')) await writeFile(join(bff, path), text)
}
const isChecking = process.argv.includes('--check')
console.log(
  stale.length === 0 ? 'generated files are fresh' : `${isChecking ? 'stale' : 'written'}: ${stale.join(', ')}`,
)
if (isChecking && stale.length > 0) {
  console.log('run: npx pnpm@10.34.9 generate')
  process.exitCode = 1
}
