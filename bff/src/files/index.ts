import { MAX_PHOTO_BYTES } from '@little-bench/shared/files/limits'
import type { Context } from '../platform/context.ts'
import type { Env } from '../platform/env/env.ts'
import type { Files } from './files.ts'
import { handleDeletions } from './forget-uploads.service.ts'
import { createLocalStorage } from './local-storage.ts'
import { createTurns } from './one-at-a-time.ts'
import { createS3Storage } from './s3-storage.ts'
import type { FileStorage } from './storage.ts'

export {
  attachFiles,
  filesForNeighbours,
  filesOf,
  hideFiles,
  holdFiles,
  looseFiles,
  writeTranscript,
} from './attached-files.ts'
export { addressToCheck, type FileLinks, fileLinks, haveExpired } from './file.presenter.ts'
export { mountFiles } from './file.routes.ts'
export type { Files } from './files.ts'
export { deleteBytesLater, forgetUploads } from './forget-uploads.service.ts'
export { type FileDuties, filesData } from './personal-data.ts'
export type { FileSubject, StoredFileRow } from './stored-file.repository.ts'

/** A storage that speaks S3 when the environment names one, else a folder. */
const storageOf = (env: Env): FileStorage => {
  const { FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY, FILES_S3_SECRET_KEY } = env
  const isWhole = FILES_S3_BUCKET && FILES_S3_REGION && FILES_S3_ACCESS_KEY && FILES_S3_SECRET_KEY
  if (!FILES_S3_ENDPOINT || !isWhole) return createLocalStorage(env.FILES_DIR)
  return createS3Storage({
    endpoint: FILES_S3_ENDPOINT,
    bucket: FILES_S3_BUCKET,
    region: FILES_S3_REGION,
    accessKey: FILES_S3_ACCESS_KEY,
    secretKey: FILES_S3_SECRET_KEY,
  })
}

/** The engine of photos and voice notes; declares its job. */
export const createFiles = (context: Context, env: Env): Files => {
  const files: Files = { ...context, storage: storageOf(env), inTurn: createTurns(MAX_PHOTO_BYTES) }
  handleDeletions(files)
  return files
}
