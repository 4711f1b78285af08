import type { FileSubjectKind } from '@little-bench/shared/files/kinds'
import { MAX_PHOTOS } from '@little-bench/shared/files/limits'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { DbOf, Trx } from '../platform/db/database.ts'
import {
  attachRows,
  type FileSubject,
  hideRows,
  holdRows,
  listFilesOf,
  listLooseFiles,
  type StoredFileRow,
  updateTranscript,
} from './stored-file.repository.ts'

const MAX_VOICE_NOTES = 1

/**
 * Hangs files that this person uploaded on something, all or none, in the order given. Errors: `unknown_file` when one is
 * somebody else's, not finished, hangs on something already or was forgotten; `too_many_files`.
 */
export const attachFiles = async (
  trx: Trx,
  attaching: { ownerId: string; fileIds: readonly string[]; subject: FileSubject },
  now: Date,
): Promise<void> => {
  if (attaching.fileIds.length === 0) return
  const attached = await attachRows(trx, { ...attaching, now })
  if (attached.length < attaching.fileIds.length) throw new AppError('unknown_file')
  const photos = attached.filter(({ kind }) => kind === 'photo').length
  if (photos > MAX_PHOTOS || attached.length - photos > MAX_VOICE_NOTES) throw new AppError('too_many_files')
}

/** Files that this person could attach now, in the order given. Errors: `unknown_file` when one is not among them. */
export const looseFiles = async (
  db: DbOf<'stored_file'>,
  ownerId: string,
  fileIds: readonly string[],
  now: Date,
): Promise<StoredFileRow[]> => {
  if (fileIds.length === 0) return []
  const rows = await listLooseFiles(db, ownerId, fileIds, now)
  return fileIds.map((id) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) throw new AppError('unknown_file')
    return row
  })
}

/** What hangs on these things, by the id of the thing, in the order given; what is hidden only when asked for. */
export const filesOf = async (
  db: DbOf<'stored_file'>,
  communityId: string,
  kind: FileSubjectKind,
  subjectIds: readonly string[],
  { withHidden = false }: { withHidden?: boolean } = {},
): Promise<Map<string, StoredFileRow[]>> => {
  const files = new Map<string, StoredFileRow[]>()
  if (subjectIds.length === 0) return files
  for (const row of await listFilesOf(db, communityId, kind, subjectIds)) {
    if (row.subject_id === null || (row.hidden_at !== null && !withHidden)) continue
    files.set(row.subject_id, [...(files.get(row.subject_id) ?? []), row])
  }
  return files
}

/** The same as neighbours see it: without what is hidden from them, or held back until somebody has looked at it. */
export const filesForNeighbours = async (
  db: DbOf<'stored_file'>,
  communityId: string,
  kind: FileSubjectKind,
  subjectIds: readonly string[],
): Promise<Map<string, StoredFileRow[]>> => {
  const files = await filesOf(db, communityId, kind, subjectIds)
  return new Map([...files].map(([id, rows]) => [id, rows.filter(({ held_at }) => held_at === null)]))
}

/** Keeps files of a thing from neighbours until somebody has looked at them, or lets neighbours see them. */
export const holdFiles = (
  trx: Trx,
  subject: FileSubject,
  fileIds: readonly string[],
  heldAt: Date | null,
): Promise<void> => holdRows(trx, subject, fileIds, heldAt)

/** Hides files of a thing from neighbours. Errors: `unknown_file` when one does not hang on it. */
export const hideFiles = async (
  trx: Trx,
  subject: FileSubject,
  fileIds: readonly string[],
  now: Date,
): Promise<void> => {
  const hidden = await hideRows(trx, subject, fileIds, now)
  if (hidden < fileIds.length) throw new AppError('unknown_file')
}

/** Writes down what a voice note says that hangs on one of these reports or messages. Errors: `not_found`. */
export const writeTranscript = async (
  trx: Trx,
  voiceNote: { fileId: string; communityId: string; reportIds: readonly string[]; messageIds: readonly string[] },
  words: { transcript: string; by: string },
  now: Date,
): Promise<void> => {
  if (!(await updateTranscript(trx, voiceNote, { ...words, now }))) throw new AppError('not_found')
}
