/** One thing to correct: where it stands, and the rule it breaks in words. */
export interface Problem {
  file: string
  /** `gridCells[raosai-1].queueId` */
  key: string
  rule: string
}

export const describeProblem = ({ file, key, rule }: Problem): string => `${file}  ${key}: ${rule}`

/** A mistake in a shared file is found once for every community; it is told once. */
export const withoutRepeats = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [describeProblem(problem), problem])).values(),
]

/** The configuration cannot be used; every problem found is listed, not only the first. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map(describeProblem).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}
