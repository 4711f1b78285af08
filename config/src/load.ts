import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { buildConfig } from './build-config.ts'
import { checkReferences, checkRules } from './cross-checks/all.ts'
import type { LoadedConfig } from './model.ts'
import { ConfigError, withoutRepeats } from './problem.ts'
import { readSources } from './read-sources.ts'

/**
 * Reads and checks all YAML files under a directory.
 * Throws ConfigError with every problem, each naming file, key and rule.
 */
export const loadConfig = (directory: string): LoadedConfig => parseConfig(readConfigFiles(directory))

/** The same over files in memory: path relative to the directory, with slashes → text. */
export const parseConfig = (files: Readonly<Record<string, string>>): LoadedConfig => {
  const sources = readSources(files)
  refuse(checkReferences(sources))
  const config = buildConfig(sources)
  refuse(checkRules(sources, config))
  return config
}

/** The text of every YAML file under a directory, by its path with slashes. */
export const readConfigFiles = (directory: string): Record<string, string> =>
  Object.fromEntries(
    listFiles(directory)
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => [path.split(sep).join('/'), readFileSync(join(directory, path), 'utf8')]),
  )

const listFiles = (directory: string): string[] => {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
  } catch {
    throw new ConfigError([{ file: directory, key: 'CONFIG_DIR', rule: 'must be a folder that can be read' }])
  }
}

const refuse = (problems: ConfigError['problems']): void => {
  if (problems.length > 0) throw new ConfigError(withoutRepeats(problems))
}
