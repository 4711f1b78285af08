export interface Progress {
  /** Says when the work begins and, with its time, when it ends. */
  step<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  say(line: string): void
}

/** Tells a person what is going on, as plain lines. */
export function createProgress(write?: (line: string) => void): Progress
