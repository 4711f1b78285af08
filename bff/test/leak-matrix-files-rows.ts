import type { OperationName } from './client.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'
import type { Callers } from './planted.ts'
import { aVoiceNote, callOf, uploadVoiceNote } from './uploads.ts'

/** Is in the bytes of a voice note, which are served as they came. */
const SOUND = 'MARK-SOUND'

export interface PlantedFiles {
  words: readonly string[]
  voiceNoteId: string
  /** An address that was signed for the reporter. */
  address: string
  /** An upload of the reporter that is on its way. */
  uploadId: string
}

/** What the reporter sent and has not attached to anything. */
export const plantFiles = async ({ as }: Callers): Promise<PlantedFiles> => {
  const reporter = await as('reporter')
  const voiceNote = await uploadVoiceNote(reporter, aVoiceNote(2, SOUND))
  const { id } = await reporter.call('createUpload', { body: { kind: 'photo', bytes: 9 } })
  return { words: [SOUND, voiceNote.id, id], voiceNoteId: voiceNote.id, address: voiceNote.url, uploadId: id }
}

type FileOperation = 'createUpload' | 'putUploadChunk' | 'finishUpload' | 'getFile'

const forReporter =
  (...marks: string[]) =>
  (name: string): Marks =>
    name === 'reporter' ? marks : undefined

/** Uploads are their owner's alone, and an address opens for whom it was signed. */
export const createFileRows = ({ files }: LeakItems): Record<FileOperation & OperationName, Row> => ({
  createUpload: { input: () => ({ body: { kind: 'photo', bytes: 9 } }), sees: forReporter() },
  putUploadChunk: {
    input: () => ({ params: { uploadId: files.uploadId, offset: '0' }, body: Buffer.from('no') }),
    sees: forReporter(),
  },
  finishUpload: {
    input: () => ({ params: { uploadId: files.voiceNoteId } }),
    sees: forReporter(files.voiceNoteId),
  },
  getFile: { input: () => callOf(files.address), sees: forReporter(SOUND) },
})
