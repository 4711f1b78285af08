import type { LoadedConfig } from '@little-bench/config/model'
import { type DbOf, tables } from '../platform/db/database.ts'

/** Keeps the configuration that decides from now on, so that every routed item can say which one decided it. */
export const recordConfigVersion = async (
  db: DbOf<'config_version'>,
  config: LoadedConfig,
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('config_version')
    .values({ hash: config.hash, snapshot: JSON.stringify(config.snapshot), loaded_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
