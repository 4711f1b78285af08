import type { OperationName } from './client.ts'
import { addressOfItem, type Named } from './factories.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'
import { type Callers, GRID_STAFF, isGridStaff } from './planted.ts'
import { aVoiceNote, callOf, uploadVoiceNote } from './uploads.ts'

/** Is in the bytes of a voice note, which are served as they came. */
const SOUND = 'MARK-SOUND'
/** What staff wrote down of another. */
const TRANSCRIPT = 'MARK-TRANSCRIPT'

export interface PlantedFiles {
  words: readonly string[]
  voiceNoteId: string
  /** An address that was signed for the reporter. */
  address: string
  /** An upload of the reporter that is on its way. */
  uploadId: string
  /** A voice note that came with words of the reporter in an item of theirs. */
  spokenId: string
}

/** What the reporter sent: on its way, attached to nothing, and said in an item that the grid staff work on. */
export const plantFiles = async ({ as }: Callers, item: Named): Promise<PlantedFiles> => {
  const reporter = await as('reporter')
  const voiceNote = await uploadVoiceNote(reporter, aVoiceNote(2, SOUND))
  const { id } = await reporter.call('createUpload', { body: { kind: 'photo', bytes: 9 } })
  const spoken = await uploadVoiceNote(reporter)
  const params = addressOfItem(item)
  await reporter.call('addReply', { params, body: { body: '请听录音', fileIds: [spoken.id] } })
  const body = { transcript: TRANSCRIPT }
  await (await as('grid worker')).call('transcribeVoiceNote', { params: { ...params, fileId: spoken.id }, body })
  return {
    words: [SOUND, TRANSCRIPT, voiceNote.id, id, spoken.id],
    voiceNoteId: voiceNote.id,
    address: voiceNote.url,
    uploadId: id,
    spokenId: spoken.id,
  }
}

/** The reporter, and of what was said to them the staff in charge. */
export const fileWordsFor = (name: string, { words, spokenId }: PlantedFiles): readonly string[] => {
  if (name === 'reporter') return words
  return isGridStaff(name) ? [TRANSCRIPT, spokenId] : []
}

/** Whoever may read the words may hear the voice note and read what it says. */
export const spokenRow = ({ held }: LeakItems): Row => ({
  input: () => ({ params: addressOfItem(held.receipt) }),
  sees: (name) => (['reporter', ...GRID_STAFF].includes(name) ? [TRANSCRIPT] : undefined),
})

type FileOperation = 'transcribeVoiceNote' | 'createUpload' | 'putUploadChunk' | 'finishUpload' | 'getFile'

const forReporter =
  (...marks: string[]) =>
  (name: string): Marks =>
    name === 'reporter' ? marks : undefined

/** Uploads are their owner's alone, and an address opens for whom it was signed. */
export const createFileRows = ({ files, held }: LeakItems): Record<FileOperation & OperationName, Row> => ({
  createUpload: { input: () => ({ body: { kind: 'photo', bytes: 9 } }), sees: forReporter() },
  putUploadChunk: {
    input: () => ({ params: { uploadId: files.uploadId, offset: '0' }, body: Buffer.from('no') }),
    sees: forReporter(),
  },
  finishUpload: {
    input: () => ({ params: { uploadId: files.voiceNoteId } }),
    sees: forReporter(files.voiceNoteId),
  },
  transcribeVoiceNote: {
    input: () => ({
      params: { ...addressOfItem(held.receipt), fileId: files.spokenId },
      body: { transcript: TRANSCRIPT },
    }),
    sees: (name) => (isGridStaff(name) ? [TRANSCRIPT] : undefined),
  },
  getFile: { input: () => callOf(files.address), sees: forReporter(SOUND) },
})
