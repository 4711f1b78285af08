import { parseConfig } from './load.ts'
import { ConfigError, describeProblem } from './problem.ts'
import { sampleFilesWith } from './sample-files.ts'

/** The lines that config:check would print for files; empty when they are right. */
export const problemsOf = (files: Readonly<Record<string, string>>): string[] => {
  try {
    parseConfig(files)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(describeProblem)
    throw error
  }
}

/** The lines that one mistake in the sample configuration would print. */
export const problemsAfter = (path: string, passage: string | RegExp, replacement: string): string[] =>
  problemsOf(sampleFilesWith(path, passage, replacement))
