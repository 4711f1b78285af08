export interface ServerProcess {
  pid: number | undefined
  /** What the server says when it listens; rejects with what it complained about. */
  ready: Promise<{ url: string }>
  /** A sentence about its end. */
  exited: Promise<string>
  /** Asks it to end and insists after 10 s, or at once with `hurry`. */
  stop(options?: { hurry?: boolean }): Promise<void>
}

export interface ServerStart {
  entry: string
  environment: Record<string, string | undefined>
  /** The file that gets all its output. */
  log: string
  args?: string[]
}

/** Starts the built server as a child. */
export function startServer(start: ServerStart): ServerProcess

/** How the server's Node runs. */
export const SERVER_FLAGS: readonly string[]
