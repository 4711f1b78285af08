import type { LoadedConfig } from '@little-bench/config/model'
import type { Clock } from './clock/clock.ts'
import type { Sealer } from './crypto/sealer.ts'
import type { Database, DbOf, Trx } from './db/database.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Wechat } from './wechat/wechat.ts'

/** What every engine and feature works with. */
export interface Context {
  db: Database
  /** The configuration in force; it may be replaced while running, so ask each time. */
  config(): LoadedConfig
  /** The maps of grid cells, which somebody may draw anew while running. */
  gridMaps: GridMaps
  clock: Clock
  jobs: Jobs
  sealer: Sealer
  /** Null where the mini-program's account is not set up: everything else works without it. */
  wechat: Wechat | null
}

/** Which maps of grid cells are in force beyond what the files say. */
export interface GridMaps {
  applied(communityId: string): readonly { redrawId: string; appliedAt: string }[]
  /** Works by the newest map until the transaction ends. Call it before any row is locked. */
  holdGridMap(trx: Trx, communityId: string): Promise<void>
  /** Takes the maps that any process has applied. */
  takeRedraws(db: DbOf<'grid_redraw' | 'config_version'>): Promise<void>
}
