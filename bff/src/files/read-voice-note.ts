import { MAX_VOICE_SECONDS } from '@little-bench/shared/files/limits'
import { AppError } from '@little-bench/shared/kernel/errors'
import { fileTypeFromBuffer } from 'file-type'
import { parseBuffer } from 'music-metadata'
import { readMp4 } from './read-mp4.ts'
import { readWebm } from './read-webm.ts'
import type { Sound } from './sound.ts'

export interface ReadVoiceNote {
  /** As it is served. */
  mediaType: string
  /** Rounded up. */
  seconds: number
}

/** What is found in the bytes → as what it is served. Recorders write sound alone into containers of films. */
const TAKEN: Record<string, string> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/webm': 'audio/webm',
  'audio/webm': 'audio/webm',
  'audio/wav': 'audio/wav',
}
/** A recorder that stops at a minute stops a little after it. */
const GRACE_SECONDS = 1

/**
 * What a voice note is, by its bytes. Errors: `file_type_refused` when it is no sound, has a picture, or nobody can tell
 * how long it is; `voice_note_too_long`.
 */
export const readVoiceNote = async (bytes: Buffer): Promise<ReadVoiceNote> => {
  const mediaType = TAKEN[(await fileTypeFromBuffer(bytes))?.mime ?? '']
  if (mediaType === undefined) throw new AppError('file_type_refused')
  const seconds = await secondsOf(bytes, mediaType)
  if (seconds === undefined || !(seconds > 0)) throw new AppError('file_type_refused')
  if (seconds > MAX_VOICE_SECONDS + GRACE_SECONDS) throw new AppError('voice_note_too_long')
  return { mediaType, seconds: Math.ceil(seconds) }
}

const secondsOf = async (bytes: Buffer, mediaType: string): Promise<number | undefined> => {
  try {
    const { hasPicture, seconds } = await soundOf(bytes, mediaType)
    return hasPicture ? undefined : seconds
  } catch {
    // Whatever is broken in it: nobody could hear it either.
    return undefined
  }
}

const soundOf = async (bytes: Buffer, mediaType: string): Promise<Sound> => {
  // What recorders in browsers write is read through here: parsers believe its header, or stumble over what is open.
  if (mediaType === 'audio/webm') return readWebm(bytes)
  if (mediaType === 'audio/mp4') return readMp4(bytes)
  const { format } = await parseBuffer(bytes, { mimeType: mediaType }, { duration: true, skipCovers: true })
  return { hasPicture: format.hasVideo === true, seconds: format.duration }
}
