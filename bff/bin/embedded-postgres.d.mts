export interface EmbeddedPostgres {
  /** A connection string that `pg` opens; on Linux and macOS it names the folder of the unix socket. */
  url: string
  /** A postmaster left behind by a killed launcher was taken over. */
  adopted: boolean
  /** The cluster was made by this start. */
  fresh: boolean
  /** Where the cluster lies. */
  home: string
  /** The wished place, when the account PostgreSQL runs as could not reach it. */
  movedFrom?: string
  isRunning(): boolean
  lastLogLines(count: number): string
  /** Ends PostgreSQL and waits for its end; `hurry` skips the checkpoint (the next start recovers from the WAL). */
  stop(options?: { hurry?: boolean }): Promise<void>
}

export interface EmbeddedPostgresOptions {
  directory: string
  /** Names and values of postgresql.conf. */
  settings?: Record<string, string | number>
  /** `false` turns fsync off: for test databases only. */
  durable?: boolean
}

/** Starts the PostgreSQL that comes from npm on a data directory, or adopts one left running there. */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>
