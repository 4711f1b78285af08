import { forgetBytes } from '../../files'
import type { Draft } from '../../platform/drafts'
import { type LocalFile, localFilesOf, localFilesText } from '../../platform/local-file'
import type { ReportFields } from './report-fields'

/** The photos and the voice note of a draft, and how to add one and take one away. */
export const useDraftFiles = (draft: Draft<ReportFields>) => {
  const files = localFilesOf(draft.fields.files)
  const keep = (next: (now: LocalFile[]) => LocalFile[]) =>
    draft.change((fields) => ({ files: localFilesText(next(localFilesOf(fields.files))) }))
  return {
    photos: files.filter(({ kind }) => kind === 'photo'),
    voice: files.find(({ kind }) => kind === 'voice'),
    add: (added: readonly LocalFile[]) => keep((now) => [...now, ...added]),
    remove: (file: LocalFile) => {
      keep((now) => now.filter(({ id }) => id !== file.id))
      void forgetBytes(file.id)
    },
  }
}
