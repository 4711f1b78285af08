// What the server answers to a file that comes in pieces, kept by the rules of the contract.
import { CHUNK_BYTES } from '@little-bench/shared/files/limits'
import type { Answer, Call } from './resident-server'

interface Upload {
  id: string
  kind: string
  /** As many as were announced. */
  size: number
  bytes: Buffer
  isFinished: boolean
}

/** By the key with which each began. */
export type Uploads = Map<string, Upload>

export const createUploads = (): Uploads => new Map()

const failure = (status: number, code: string): Answer => [status, { error: { code, message: code, requestId: 'r' } }]

export const answerUpload = (uploads: Uploads, { path, key = '', body, token }: Call): Answer => {
  if (!token) return failure(401, 'unauthenticated')
  if (path === '/api/uploads') return begin(uploads, key, body)
  const [, , , id, , offset] = path.split('/')
  const upload = [...uploads.values()].find((each) => each.id === id)
  if (!upload) return failure(404, 'not_found')
  if (path.endsWith('/finish')) return finish(upload)
  return append(upload, Number(offset), body.bytes)
}

const begin = (uploads: Uploads, key: string, body: Record<string, unknown>): Answer => {
  const id = `0190b1c4-4444-7aaa-8bbb-${String(uploads.size + 1).padStart(12, '0')}`
  const fresh = { id, kind: String(body.kind), size: Number(body.bytes), bytes: Buffer.alloc(0), isFinished: false }
  const upload = uploads.get(key) ?? fresh
  uploads.set(key, upload)
  return [201, { id: upload.id, chunkBytes: CHUNK_BYTES, expiresAt: '2026-12-01T00:00:00.000Z' }]
}

const append = (upload: Upload, offset: number, piece: unknown): Answer => {
  if (!Buffer.isBuffer(piece)) return failure(422, 'validation_failed')
  if (upload.isFinished) return failure(409, 'upload_closed')
  if (offset > upload.bytes.length || offset + piece.length > upload.size) return failure(409, 'chunk_out_of_order')
  if (offset === upload.bytes.length) upload.bytes = Buffer.concat([upload.bytes, piece])
  return [200, { received: upload.bytes.length }]
}

const finish = (upload: Upload): Answer => {
  if (upload.bytes.length !== upload.size) return failure(409, 'upload_incomplete')
  upload.isFinished = true
  return [200, { kind: upload.kind }]
}
