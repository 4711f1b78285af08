import { forgetBytes } from '../../files'
import type { Draft } from '../../platform/drafts'
import { type LocalFile, localFilesOf, localFilesText } from '../../platform/local-file'
import type { ReportFields } from './report-fields'

/** The photos and the voice note of a draft, and how to add one and take one away. */
export const useDraftFiles = (draft: Draft<ReportFields>) => {
  const files = localFilesOf(draft.fields.files)
  const keep = (next: readonly LocalFile[]) => draft.change({ files: localFilesText(next) })
  return {
    photos: files.filter(({ kind }) => kind === 'photo'),
    voice: files.find(({ kind }) => kind === 'voice'),
    add: (added: readonly LocalFile[]) => keep([...files, ...added]),
    remove: (file: LocalFile) => {
      keep(files.filter(({ id }) => id !== file.id))
      void forgetBytes(file.id)
    },
  }
}
