import type { FileKind } from '@little-bench/shared/files/kinds'

/** A photo or a voice note as it lies on this phone; its bytes are kept under the id until it is sent or thrown away. */
export interface LocalFile {
  id: string
  kind: FileKind
  bytes: number
  /** How long a voice note is; null for a photo. */
  seconds: number | null
}

/** Files as a draft keeps them, in one field. */
export const localFilesText = (files: readonly LocalFile[]): string => JSON.stringify(files)

/** What was kept; whatever is not understood counts as not there. */
export const localFilesOf = (text: string): LocalFile[] => {
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? found.filter(isLocalFile) : []
  } catch {
    return []
  }
}

export const isLocalFile = (found: unknown): found is LocalFile =>
  typeof found === 'object' &&
  found !== null &&
  'id' in found &&
  typeof found.id === 'string' &&
  'kind' in found &&
  (found.kind === 'photo' || found.kind === 'voice') &&
  'bytes' in found &&
  typeof found.bytes === 'number' &&
  'seconds' in found &&
  (found.seconds === null || typeof found.seconds === 'number')
