import { AppError } from '@little-bench/shared/kernel/errors'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Files, FULL, keyOf } from './files.ts'
import { reEncodePhoto } from './re-encode-photo.ts'
import { readVoiceNote } from './read-voice-note.ts'
import { deleteUpload, lockOwnFile, type StoredFileRow, updateFile } from './stored-file.repository.ts'
import { asOwnDoing } from './upload.service.ts'
import { deleteChunks, findChunk } from './upload-chunk.repository.ts'

/**
 * Checks what was sent and keeps what may be kept of it. Again for a file that is finished, it answers the same: the phone
 * may have lost the answer. Errors: `not_found`, also for somebody else's; `upload_incomplete`; `file_type_refused`,
 * `picture_too_large`, `voice_note_too_long`, after which the upload is gone; `upload_closed` once it hangs on something.
 */
export const finishUpload = (
  files: Files,
  { actorId }: Viewer,
  uploadId: string,
  write: Write,
): Promise<StoredFileRow> =>
  files.inTurn(async (room) => {
    const now = files.clock.now()
    try {
      return await inTransaction(files.db, now, asOwnDoing(write), async (trx) => {
        // Held meanwhile, so that two who finish it at once do not both unpack it.
        const upload = await lockOwnFile(trx, actorId, uploadId, now)
        if (!upload) throw new AppError('not_found')
        if (upload.subject_id !== null) throw new AppError('upload_closed')
        if (upload.state === 'ready') return upload
        if (upload.received_bytes < upload.expected_bytes) throw new AppError('upload_incomplete')
        return keep(files, trx, upload, room)
      })
    } catch (error) {
      if (isRefusal(error)) await deleteUpload(files.db, uploadId)
      throw error
    }
  })

const REFUSALS = ['file_type_refused', 'picture_too_large', 'voice_note_too_long']
const isRefusal = (error: unknown): boolean => error instanceof AppError && REFUSALS.includes(error.code)

const keep = async (files: Files, trx: Trx, upload: StoredFileRow, room: Buffer): Promise<StoredFileRow> => {
  const bytes = await bytesOf(trx, upload, room)
  const found =
    upload.kind === 'photo' ? await keepPhoto(files, upload.id, bytes) : await keepVoiceNote(files, upload.id, bytes)
  await deleteChunks(trx, upload.id)
  return updateFile(trx, upload.id, { state: 'ready', ...found })
}

/** Piece by piece, so that no more of it than one piece is in memory twice. */
const bytesOf = async (trx: Trx, { id, expected_bytes: length }: StoredFileRow, room: Buffer): Promise<Buffer> => {
  let at = 0
  while (at < length) {
    const chunk = await findChunk(trx, id, at)
    if (!chunk) throw new Error(`upload ${id} has no piece at ${at}`)
    at += chunk.bytes.copy(room, at)
  }
  return room.subarray(0, length)
}

const keepPhoto = async ({ storage }: Files, id: string, bytes: Buffer) => {
  const { full, thumbnail, width, height } = await reEncodePhoto(bytes)
  await storage.put(keyOf(id, FULL), full, 'image/jpeg')
  await storage.put(keyOf(id, 'thumbnail'), thumbnail, 'image/jpeg')
  return { media_type: 'image/jpeg', width, height }
}

const keepVoiceNote = async ({ storage }: Files, id: string, bytes: Buffer) => {
  const { mediaType, seconds } = await readVoiceNote(bytes)
  await storage.put(keyOf(id, FULL), bytes, mediaType)
  return { media_type: mediaType, seconds }
}
