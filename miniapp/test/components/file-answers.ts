// Photos and voice notes as the server names them, and what stands behind their links.
import { Photo, VoiceNote } from '@little-bench/shared/files/contract'
import { type Answer, type Call, failure } from './resident-server'

const VIEWER = '0190b1c4-1111-7aaa-8bbb-000000000011'

export const fileId = (number: number): string => `0190b1c4-6666-7aaa-8bbb-00000000000${number}`

const link = (id: string, rendition: string, signature: string, isPublic: boolean) =>
  `/api/files/${id}/${rendition}?expires=1800000000${isPublic ? '' : `&viewer=${VIEWER}`}&signature=${signature}`

export const photo = (number: number, signature = 'one', isPublic = false): Photo =>
  Photo.parse({
    id: fileId(number),
    width: 800,
    height: 600,
    thumbnailUrl: link(fileId(number), 'thumbnail', signature, isPublic),
    url: link(fileId(number), 'full', signature, isPublic),
  })

export const voiceNote = (transcript: string | null = null): VoiceNote =>
  VoiceNote.parse({
    id: fileId(9),
    seconds: 12,
    mediaType: 'audio/mp4',
    url: link(fileId(9), 'full', 'one', false),
    transcript,
  })

/** Bytes for whoever is signed in; nobody else's link opens, and one that ran out says so. */
export const answerFiles = ({ path, token }: Call): Answer | undefined => {
  if (!path.startsWith('/api/files/')) return undefined
  return token ? [200, 'bytes'] : failure(404, 'not_found', '没有找到。')
}

export const EXPIRED: Answer = failure(410, 'file_link_expired', '这张图的链接过期了，请刷新页面再看。')
