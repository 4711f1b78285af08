import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { checkCalendarCoverage } from './cross-checks/calendars.ts'
import { generateSchemas } from './generate-schemas.ts'
import { loadConfig, readConfigFiles } from './load.ts'
import type { LoadedConfig } from './model.ts'
import { ConfigError, describeProblem, type Problem } from './problem.ts'
import { readSources } from './read-sources.ts'
import { untranslatedTexts } from './untranslated.ts'

const OWN_DATA = fileURLToPath(new URL('../data', import.meta.url))

const check = (directory: string): { config: LoadedConfig | null; problems: readonly Problem[] } => {
  try {
    const config = loadConfig(directory)
    const today = shanghaiTime(new Date()).date
    return { config, problems: [...checkCalendarCoverage(config, today), ...staleSchemas(directory)] }
  } catch (error) {
    if (error instanceof ConfigError) return { config: null, problems: error.problems }
    throw error
  }
}

/** Only beside our own data: a CONFIG_DIR elsewhere needs no schemas. */
const staleSchemas = (directory: string): Problem[] =>
  directory !== OWN_DATA
    ? []
    : Object.entries(generateSchemas())
        .filter(([path, content]) => {
          const file = resolve(directory, path)
          return !existsSync(file) || readFileSync(file, 'utf8') !== content
        })
        .map(([file]) => ({
          file,
          key: '(file)',
          rule: 'is out of date: run "pnpm --filter @little-bench/config generate"',
        }))

const summaryOf = (config: LoadedConfig): string => {
  const communities = [...config.communities.values()]
  const count = (size: (community: (typeof communities)[number]) => number) =>
    communities.reduce((sum, community) => sum + size(community), 0)
  const totals = [
    `${communities.length} communities`,
    `${count(({ gridCells }) => gridCells.length)} grid cells`,
    `${count(({ gridCells }) => gridCells.flatMap(({ places }) => places).length)} places`,
    `${config.units.size} units`,
    `${config.queues.size} queues`,
    `${config.replyTemplates.length} reply templates`,
    `${count(({ gridRedraws }) => gridRedraws.length)} grid redraws`,
    `${config.demoPeople.length} demonstration people`,
  ]
  const each = communities.map(
    ({ id, receiptPrefix, catalogue, routing, calendarCoversUntil }) =>
      `  ${id} (${receiptPrefix}): ${catalogue.length} categories, ${routing.length} rules, calendar until ${calendarCoversUntil}`,
  )
  return [`config ok: ${totals.join(', ')}`, ...each, `  hash ${config.hash}`].join('\n')
}

const writeSchemas = (): void => {
  for (const [path, content] of Object.entries(generateSchemas())) {
    const file = resolve(OWN_DATA, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

const writeUntranslated = (): void => {
  const lines = untranslatedTexts(readSources(readConfigFiles(OWN_DATA)))
  writeFileSync(resolve(OWN_DATA, '../untranslated.txt'), `${lines.join('\n')}\n`)
}

const main = (argument: string | undefined): void => {
  if (argument === '--write-schemas') return writeSchemas()
  if (argument === '--write-untranslated') return writeUntranslated()
  const { config, problems } = check(resolve(argument ?? OWN_DATA))
  if (config !== null && problems.length === 0) return console.log(summaryOf(config))
  console.error(`config: ${problems.length} problem(s)`)
  for (const problem of problems) console.error(`  ${describeProblem(problem)}`)
  process.exitCode = 1
}

main(process.argv[2])
