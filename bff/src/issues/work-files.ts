import { AppError } from '@little-bench/shared/kernel/errors'
import { attachFiles, filesOf, type StoredFileRow } from '../files/index.ts'
import type { DbOf, Trx } from '../platform/db/database.ts'
import type { WorkFiles } from './work.presenter.ts'

const NONE: readonly StoredFileRow[] = []

/** The photos of before and after of several works, by work item id. */
export const filesOfWorks = async (
  db: DbOf<'stored_file'>,
  communityId: string,
  workItemIds: readonly string[],
): Promise<(workItemId: string) => WorkFiles> => {
  const before = await filesOf(db, communityId, 'work_before', workItemIds)
  const after = await filesOf(db, communityId, 'work_after', workItemIds)
  return (id) => ({ before: before.get(id) ?? NONE, after: after.get(id) ?? NONE })
}

interface NewPhotos {
  communityId: string
  workItemId: string
  ownerId: string
  beforeIds: readonly string[]
  afterIds: readonly string[]
}

/**
 * Hangs the new ones among these photos on a work. What no longer is shown stays where it is, as the record that showed it.
 * Errors: `unknown_file` for one that is somebody else's, or no photo; `too_many_files`.
 */
export const attachWorkPhotos = async (
  trx: Trx,
  { communityId, workItemId, ownerId, beforeIds, afterIds }: NewPhotos,
  now: Date,
): Promise<void> => {
  const known = (await filesOfWorks(trx, communityId, [workItemId]))(workItemId)
  const isNew = (id: string, files: readonly StoredFileRow[]): boolean => files.every((file) => file.id !== id)
  const attach = (kind: 'work_before' | 'work_after', fileIds: readonly string[]) =>
    attachFiles(trx, { ownerId, fileIds, subject: { communityId, kind, id: workItemId } }, now)
  await attach(
    'work_before',
    beforeIds.filter((id) => isNew(id, known.before)),
  )
  await attach(
    'work_after',
    afterIds.filter((id) => isNew(id, known.after)),
  )
  const files = (await filesOfWorks(trx, communityId, [workItemId]))(workItemId)
  const isPhoto = (id: string): boolean =>
    [...files.before, ...files.after].some((file) => file.id === id && file.kind === 'photo')
  if (![...beforeIds, ...afterIds].every(isPhoto)) throw new AppError('unknown_file')
}
