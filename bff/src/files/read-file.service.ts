import type { FileBody } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Viewer } from '../platform/http/viewer.ts'
import { isSigned, type LinkedFile } from './file-link.ts'
import { type Files, keyOf } from './files.ts'
import { findReadyFile } from './stored-file.repository.ts'

/**
 * The bytes behind an address that the server signed. Errors: `not_found` when it did not, when it signed it for somebody
 * else, or when the file is hidden from neighbours or held back; `file_link_expired`. An address for
 * anybody is good to its end, FILE_LINK_MINUTES at most, also when the report is withdrawn or becomes private meanwhile.
 */
export const readFile = async (
  files: Files,
  viewer: Viewer | null,
  file: LinkedFile & { signature: string },
): Promise<FileBody> => {
  if (!isSigned(files.sealer, file, file.signature)) throw new AppError('not_found')
  if (file.viewer !== undefined && file.viewer !== viewer?.actorId) throw new AppError('not_found')
  const keptSeconds = file.expires - Math.floor(files.clock.now().getTime() / 1000)
  if (keptSeconds <= 0) throw new AppError('file_link_expired')
  const row = await findReadyFile(files.db, file.fileId)
  const isPublic = file.viewer === undefined
  const isHeld = file.purpose !== 'check' && row?.held_at !== null
  const stored =
    row && !(isPublic && (row.hidden_at !== null || isHeld))
      ? await files.storage.open(keyOf(row.id, file.rendition))
      : undefined
  if (!row?.media_type || !stored) throw new AppError('not_found')
  return {
    mediaType: row.media_type,
    fileName: `${row.id}.${EXTENSIONS[row.media_type] ?? 'bin'}`,
    content: stored.content,
    length: stored.length,
    keptSeconds,
  }
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/wav': 'wav',
}
