import { fileContract } from '@little-bench/shared/files/contract'
import { fileEndpoints } from '@little-bench/shared/files/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { fileLinks } from './file.presenter.ts'
import type { Files } from './files.ts'
import { finishUpload } from './finish-upload.service.ts'
import { readFile } from './read-file.service.ts'
import { createUpload, putUploadChunk } from './upload.service.ts'

export const mountFiles = (mount: Mount, files: Files): void =>
  mount(fileEndpoints, fileContract, {
    createUpload: ({ viewer, body, write }) => createUpload(files, viewer, body, write),
    putUploadChunk: ({ viewer, params, body }) => putUploadChunk(files, viewer, params, body),
    finishUpload: async ({ viewer, params, write }) => {
      const file = await finishUpload(files, viewer, params.uploadId, write)
      const links = fileLinks(files, viewer.actorId)
      return file.kind === 'photo'
        ? { kind: 'photo' as const, photo: links.photo(file) }
        : { kind: 'voice' as const, voiceNote: links.voiceNote(file) }
    },
    getFile: ({ viewer, params, query }) => readFile(files, viewer, { ...params, ...query, viewer: query.viewer }),
  })
