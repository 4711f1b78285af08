import type { BytesBody } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from 'koa'

export const BYTES = 'application/octet-stream'

/** Reads a request of bytes, and no further than its operation takes. */
export const readBytes = async (ctx: Context, { maxBytes }: BytesBody): Promise<Uint8Array> => {
  if (!ctx.is(BYTES)) throw new AppError('unsupported_media_type')
  if (Number(ctx.get('Content-Length') || 0) > maxBytes) throw new AppError('body_too_large')
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of ctx.req) {
    if (!Buffer.isBuffer(piece)) throw new TypeError('a request is read as bytes')
    length += piece.length
    if (length > maxBytes) throw new AppError('body_too_large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}
