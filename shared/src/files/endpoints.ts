import { endpoints } from '../kernel/endpoint.ts'

export const fileEndpoints = endpoints({
  createUpload: ['POST', '/api/uploads'],
  putUploadChunk: ['PUT', '/api/uploads/:uploadId/chunks/:offset'],
  finishUpload: ['POST', '/api/uploads/:uploadId/finish'],
  getFile: ['GET', '/api/files/:fileId/:rendition'],
})
