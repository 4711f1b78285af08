import { z } from 'zod'
import { bytesBody, contract, fileAnswer } from '../kernel/endpoint.ts'
import { FileId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { fileEndpoints } from './endpoints.ts'
import { FILE_KINDS, RENDITIONS } from './kinds.ts'
import { CHUNK_BYTES, MAX_PHOTO_BYTES, MAX_PHOTOS } from './limits.ts'

/** Relative to the server; good for FILE_LINK_MINUTES and, unless the picture is public, for this viewer alone. */
const fileLink = z.string().startsWith('/api/files/')

export const Photo = z
  .object({
    id: FileId,
    /** Pixels of the opened picture. */
    width: z.int().min(1),
    height: z.int().min(1),
    thumbnailUrl: fileLink,
    url: fileLink,
  })
  .meta({ id: 'Photo' })
export type Photo = z.infer<typeof Photo>

export const VoiceNote = z
  .object({
    id: FileId,
    /** Rounded up. */
    seconds: z.int().min(1),
    mediaType: z.string(),
    url: fileLink,
    /** What is said in it, written down by staff; null until then. */
    transcript: z.string().nullable(),
  })
  .meta({ id: 'VoiceNote' })
export type VoiceNote = z.infer<typeof VoiceNote>

/** Files that were uploaded by the caller and belong to nothing yet: nine photos and one voice note at most. */
export const fileIds = z
  .array(FileId)
  .max(MAX_PHOTOS + 1)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'file_twice' })
  .default([])

/** What hangs on a report or on a message. */
export const Attachments = z
  .object({ photos: z.array(Photo), voiceNote: VoiceNote.nullable() })
  .meta({ id: 'Attachments' })
export type Attachments = z.infer<typeof Attachments>

const uploadParams = z.object({ uploadId: FileId })

export const fileContract = contract(fileEndpoints, {
  createUpload: {
    summary: 'Begin to upload a photo or a voice note; the id is that of the file once it is finished',
    permission: 'file.upload',
    delegation: 'anybody',
    rateLimit: 'write',
    idempotent: true,
    body: z.object({ kind: z.enum(FILE_KINDS), bytes: z.int().min(1).max(MAX_PHOTO_BYTES) }),
    ok: [201, z.object({ id: FileId, chunkBytes: z.literal(CHUNK_BYTES), expiresAt: instant })],
    errors: ['file_too_large', 'upload_quota_full'],
  },
  putUploadChunk: {
    summary: 'Send the piece that begins at this byte; a piece that is there already changes nothing',
    permission: 'file.upload',
    delegation: 'anybody',
    /** Nine photos are hundreds of pieces; how much may wait is limited by `createUpload`. */
    rateLimit: 'read',
    params: z.object({ uploadId: FileId, offset: z.coerce.number().int().min(0).max(MAX_PHOTO_BYTES) }),
    body: bytesBody(CHUNK_BYTES),
    /** `received`: bytes from the beginning that are there; the next piece begins at it. */
    ok: [200, z.object({ received: z.int().min(0) })],
    errors: ['chunk_out_of_order', 'upload_closed'],
  },
  finishUpload: {
    summary: 'Check and re-encode what was sent: no place, camera or name of a file stays in it',
    permission: 'file.upload',
    delegation: 'anybody',
    rateLimit: 'write',
    params: uploadParams,
    ok: [
      200,
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('photo'), photo: Photo }),
        z.object({ kind: z.literal('voice'), voiceNote: VoiceNote }),
      ]),
    ],
    errors: ['upload_incomplete', 'file_type_refused', 'picture_too_large', 'voice_note_too_long', 'upload_closed'],
  },
  getFile: {
    summary: 'A picture or a voice note, by an address that the server has signed for this viewer',
    permission: 'anyone',
    delegation: 'anybody',
    params: z.object({ fileId: FileId, rendition: z.enum(RENDITIONS) }),
    /**
     * `viewer`: whom it was signed for; left out, anybody may see it. `expires`: seconds since 1970. `purpose`: for whoever
     * checks a picture before neighbours see it.
     */
    query: z.object({
      expires: z.coerce.number().int(),
      viewer: z.uuid().optional(),
      purpose: z.literal('check').optional(),
      signature: z.string().min(1).max(128),
    }),
    ok: [200, fileAnswer('image/jpeg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/webm', 'audio/wav')],
    errors: ['file_link_expired'],
  },
})
