import { CHUNK_BYTES } from '@little-bench/shared/files/limits'
import { CallError } from '../platform/call-error'
import type { LocalFile } from '../platform/local-file'
import type { UploadState } from '../platform/upload-state'
import { newUpload } from '../platform/upload-state'
import { fileApi } from './file.api'
import { readPiece } from './local-bytes'

/** On 2G a piece takes the better part of a minute. */
const PIECE_TIMEOUT_MS = 90_000

interface UploadOptions {
  /** As whom; left out, as whoever is signed in now. */
  token?: string
  /** For whom; null for nobody but the caller. */
  actingFor: string | null
  /** Told after each step; whoever keeps it goes on from there after a lost connection or a restart. */
  onStep: (state: UploadState) => void
}

/**
 * Sends a file from where it stopped and gives the id under which the server has it. It tries nothing again by itself:
 * a lost connection rejects, and the same call with the last step goes on.
 */
export const uploadFile = async (file: LocalFile, from: UploadState, options: UploadOptions): Promise<string> => {
  if (from.isDone && from.uploadId) return from.uploadId
  try {
    return await send(file, from, options)
  } catch (error) {
    // The server has forgotten what was begun too long ago: begin afresh, once.
    if (from.uploadId === null || !(error instanceof CallError) || error.code !== 'not_found') throw error
    return send(file, newUpload(), options)
  }
}

const send = async (file: LocalFile, from: UploadState, { onStep, ...caller }: UploadOptions): Promise<string> => {
  let state = from
  const step = (change: Partial<UploadState>) => {
    state = { ...state, ...change }
    onStep(state)
  }
  step({})
  const { kind, bytes } = file
  const uploadId =
    state.uploadId ??
    (await fileApi.createUpload({ body: { kind, bytes } }, { ...caller, idempotencyKey: state.key })).id
  step({ uploadId })
  while (state.received < bytes) {
    const body = await readPiece(file.id, state.received, Math.min(CHUNK_BYTES, bytes - state.received))
    step({ received: await putPiece({ uploadId, offset: state.received, body, bytes, caller }) })
  }
  await fileApi.finishUpload({ params: { uploadId } }, caller).catch(unlessThere)
  step({ isDone: true })
  return uploadId
}

interface Piece {
  uploadId: string
  offset: number
  body: ArrayBuffer
  /** Of the whole file. */
  bytes: number
  caller: Pick<UploadOptions, 'token' | 'actingFor'>
}

/** How much is there afterwards, by the server's own count. */
const putPiece = async ({ uploadId, offset, body, bytes, caller }: Piece): Promise<number> => {
  try {
    const options = { ...caller, timeoutMs: PIECE_TIMEOUT_MS }
    return (await fileApi.putUploadChunk({ params: { uploadId, offset }, body }, options)).received
  } catch (error) {
    // From the beginning: what is there already is passed over, and says how far it is.
    if (error instanceof CallError && error.code === 'chunk_out_of_order' && offset > 0) return 0
    unlessThere(error)
    return bytes
  }
}

/** The answer to the last piece, or to the end, was lost, and the file is there. */
const unlessThere = (error: unknown): void => {
  if (!(error instanceof CallError) || error.code !== 'upload_closed') throw error
}
