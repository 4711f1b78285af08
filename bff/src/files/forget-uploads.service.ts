import { RENDITIONS } from '@little-bench/shared/files/kinds'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { type Files, keyOf } from './files.ts'
import { deleteForgotten } from './stored-file.repository.ts'

const DELETE_BYTES = 'delete-bytes-of-files'
const TOGETHER = 500

/** Declares the job that deletes the bytes of files that are no more. */
export const handleDeletions = ({ jobs, storage }: Files): void =>
  jobs.handle<{ fileIds: string[] }>(DELETE_BYTES, async ({ payload }) => {
    for (const id of payload.fileIds) for (const rendition of RENDITIONS) await storage.delete(keyOf(id, rendition))
  })

/** Forgets uploads that nobody attached to anything in time; a job deletes their bytes. */
export const forgetUploads = async (files: Files, now: Date): Promise<void> => {
  const forgetSome = () =>
    inTransaction(files.db, now, PLAIN_WRITE, async (trx) => {
      const forgotten = await deleteForgotten(trx, now, TOGETHER)
      await deleteBytesLater(
        files,
        trx,
        forgotten.map(({ id }) => id),
      )
      return forgotten.length
    })
  while ((await forgetSome()) === TOGETHER);
}

/** The bytes of rows that are gone follow once that has been committed. */
export const deleteBytesLater = async (
  { jobs }: Pick<Files, 'jobs'>,
  trx: Trx,
  fileIds: readonly string[],
): Promise<void> => {
  if (fileIds.length > 0) await jobs.enqueue(trx, DELETE_BYTES, { fileIds })
}
