import { join } from 'node:path'
import { holdDirectory } from './directory-lock.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { dataDirectory } from './places.mjs'

export interface BackupPlaces {
  databaseUrl: string
  /** Undefined when the files are in a storage that speaks S3, which keeps them twice by itself. */
  filesFolder: string | undefined
}

/** DATABASE_URL and FILES_DIR, or the embedded database of DATA_DIR while nothing runs on it. */
export const withPlaces = async (
  environment: Record<string, string | undefined>,
  work: (places: BackupPlaces) => Promise<void>,
): Promise<void> => {
  const { DATABASE_URL: databaseUrl, FILES_DIR: filesFolder, FILES_S3_ENDPOINT: storage } = environment
  if (databaseUrl !== undefined) {
    if (filesFolder === undefined && storage === undefined) throw new Error('FILES_DIR: where are the photos?')
    return work({ databaseUrl, filesFolder: storage === undefined ? filesFolder : undefined })
  }
  const directory = dataDirectory(environment)
  const lock = await holdDirectory(directory)
  const postgres = await startEmbeddedPostgres({ directory })
  try {
    await work({ databaseUrl: postgres.url, filesFolder: join(directory, 'files') })
  } finally {
    await postgres.stop()
    await lock.release()
  }
}
