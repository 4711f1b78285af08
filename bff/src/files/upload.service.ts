import type { FileKind } from '@little-bench/shared/files/kinds'
import {
  CHUNK_BYTES,
  MAX_OPEN_UPLOADS,
  MAX_VOICE_BYTES,
  MAX_WAITING_BYTES,
  OPEN_UPLOAD_MINUTES,
  UPLOAD_HOURS,
} from '@little-bench/shared/files/limits'
import { AppError } from '@little-bench/shared/kernel/errors'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { countWaiting, findOwnFile, insertFile, takeUploadsLock } from './stored-file.repository.ts'
import { appendChunk } from './upload-chunk.repository.ts'

/** An upload is the doing of whoever holds the phone, whomever they act for. */
export const asOwnDoing = ({ once }: Write): Write => ({ once, onBehalf: null })

const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** Begins an upload. Errors: `file_too_large`, `upload_quota_full`. */
export const createUpload = async (
  context: Context,
  { actorId }: Viewer,
  { kind, bytes }: { kind: FileKind; bytes: number },
  write: Write,
) => {
  if (kind === 'voice' && bytes > MAX_VOICE_BYTES) throw new AppError('file_too_large')
  const now = context.clock.now()
  return inTransaction(context.db, now, asOwnDoing(write), async (trx) => {
    // Ten phones of one person at once are let in one after the other, or each would see room for itself.
    await takeUploadsLock(trx, actorId)
    const waiting = await countWaiting(trx, actorId, after(now, -OPEN_UPLOAD_MINUTES), now)
    if (waiting.open >= MAX_OPEN_UPLOADS || waiting.bytes + bytes > MAX_WAITING_BYTES) {
      throw new AppError('upload_quota_full')
    }
    const [id, expiresAt] = [uuidv7(), after(now, UPLOAD_HOURS * 60).toISOString()]
    await insertFile(trx, {
      id,
      owner_id: actorId,
      kind,
      state: 'receiving',
      expected_bytes: bytes,
      created_at: now.toISOString(),
      expires_at: expiresAt,
    })
    return { id, chunkBytes: CHUNK_BYTES, expiresAt } as const
  })
}

/**
 * Keeps the piece that begins at `offset` and answers how far the file is; what is there already is answered and changes
 * nothing, so that a phone that lost an answer learns where to go on. Errors: `not_found`, also for somebody else's;
 * `chunk_out_of_order` for a gap, an overlap that reaches further, or more than was announced; `upload_closed`.
 */
export const putUploadChunk = async (
  context: Context,
  { actorId }: Viewer,
  { uploadId, offset }: { uploadId: string; offset: number },
  bytes: Uint8Array,
): Promise<{ received: number }> => {
  const now = context.clock.now()
  if (bytes.length > 0) {
    const received = await appendChunk(context.db, { fileId: uploadId, ownerId: actorId, offset, bytes, now })
    if (received !== undefined) return { received }
  }
  const upload = await findOwnFile(context.db, actorId, uploadId, now)
  if (!upload) throw new AppError('not_found')
  if (upload.state !== 'receiving') throw new AppError('upload_closed')
  if (offset + bytes.length > upload.received_bytes) throw new AppError('chunk_out_of_order')
  return { received: upload.received_bytes }
}
