import { MAX_VOICE_SECONDS } from '@little-bench/shared/files/limits'
import { AppError } from '@little-bench/shared/kernel/errors'
import { fileTypeFromBuffer } from 'file-type'
import { parseBuffer } from 'music-metadata'
import { webmDuration } from './webm-duration.ts'

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
  const duration = await durationOf(bytes, mediaType)
  if (duration === undefined || !(duration > 0)) throw new AppError('file_type_refused')
  if (duration > MAX_VOICE_SECONDS + GRACE_SECONDS) throw new AppError('voice_note_too_long')
  return { mediaType, seconds: Math.ceil(duration) }
}

const durationOf = async (bytes: Buffer, mediaType: string): Promise<number | undefined> => {
  try {
    const { format } = await parseBuffer(bytes, { mimeType: mediaType }, { duration: true, skipCovers: true })
    if (format.hasVideo) return undefined
    return mediaType === 'audio/webm' ? webmDuration(bytes) : format.duration
  } catch {
    return undefined
  }
}
