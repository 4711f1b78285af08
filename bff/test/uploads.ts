import { CHUNK_BYTES } from '@little-bench/shared/files/limits'
import sharp from 'sharp'
import type { Client, Loose } from './client.ts'

/** A picture of one colour. */
export const aPhoto = (width = 640, height = 480): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8a6d3b' } })
    .jpeg()
    .toBuffer()

const RATE = 8_000

/** So many seconds of silence as WAV, with a comment beside them. */
export const aVoiceNote = (seconds = 2, comment = ''): Buffer => {
  const note = Buffer.from(comment.padEnd(comment.length + (comment.length % 2)))
  const header = Buffer.alloc(36)
  header.write('RIFF', 0)
  header.writeUInt32LE(4 + 24 + (note.length > 0 ? 20 + note.length : 0) + 8 + seconds * RATE, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  const chunk = (name: string, content: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(content.length)
    return Buffer.concat([Buffer.from(name), length, content])
  }
  const comments = note.length > 0 ? [chunk('LIST', Buffer.concat([Buffer.from('INFO'), chunk('ICMT', note)]))] : []
  return Buffer.concat([header, ...comments, chunk('data', Buffer.alloc(seconds * RATE, 0x80))])
}

/** Begins an upload and sends all of it; not finished. */
export const send = async (client: Client, kind: 'photo' | 'voice', bytes: Buffer): Promise<string> => {
  const { id } = await client.call('createUpload', { body: { kind, bytes: bytes.length } })
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const piece = bytes.subarray(at, at + CHUNK_BYTES)
    const answer = await client.attempt('putUploadChunk', { params: { uploadId: id, offset: String(at) }, body: piece })
    if (answer.status !== 200) throw new Error(answer.text)
  }
  return id
}

const finish = (client: Client, uploadId: string) => client.call('finishUpload', { params: { uploadId } })

/** A photo that hangs on nothing yet. */
export const uploadPhoto = async (client: Client, bytes?: Buffer) => {
  const file = await finish(client, await send(client, 'photo', bytes ?? (await aPhoto())))
  if (file.kind !== 'photo') throw new Error('a photo stays one')
  return file.photo
}

/** A voice note that hangs on nothing yet. */
export const uploadVoiceNote = async (client: Client, bytes = aVoiceNote()) => {
  const file = await finish(client, await send(client, 'voice', bytes))
  if (file.kind !== 'voice') throw new Error('a voice note stays one')
  return file.voiceNote
}

/** The call of `getFile` that an address stands for. */
export const callOf = (address: string): Loose => {
  const { pathname, searchParams } = new URL(address, 'http://server')
  const [, , , fileId = '', rendition = ''] = pathname.split('/')
  return { params: { fileId, rendition }, query: Object.fromEntries(searchParams) }
}
