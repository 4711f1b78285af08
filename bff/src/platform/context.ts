import type { LoadedConfig } from '@little-bench/config/model'
import type { Clock } from './clock/clock.ts'
import type { Database } from './db/database.ts'
import type { Jobs } from './jobs/jobs.ts'

/** What every engine and feature works with. */
export interface Context {
  db: Database
  /** The configuration in force; it may be replaced while running, so ask each time. */
  config(): LoadedConfig
  clock: Clock
  jobs: Jobs
}
