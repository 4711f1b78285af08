import type { Attachments, Photo, VoiceNote } from '@little-bench/shared/files/contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { hasExpired, signLink } from './file-link.ts'
import type { StoredFileRow } from './stored-file.repository.ts'

type Shown<Schema extends z.ZodType> = z.input<Schema>

/** Addresses of files for one viewer. */
export interface FileLinks {
  photo(file: StoredFileRow): Shown<typeof Photo>
  voiceNote(file: StoredFileRow): Shown<typeof VoiceNote>
  /** Of what hangs on one thing. */
  attachments(files: readonly StoredFileRow[]): Shown<typeof Attachments>
  /** The first photo, small; null without one. */
  thumbnailUrl(files: readonly StoredFileRow[]): string | null
}

/**
 * Signs addresses for the person who looks (when they act for somebody, for them and not for that person), or with null
 * for anybody: only for what is public. Whether somebody may see a file at all is decided before it comes here.
 */
export const fileLinks = ({ sealer, clock }: Pick<Context, 'sealer' | 'clock'>, viewerId: string | null): FileLinks => {
  const now = clock.now()
  const link = (fileId: string, rendition: 'thumbnail' | 'full'): string =>
    signLink(sealer, { fileId, rendition, viewer: viewerId ?? undefined }, now)
  const photosOf = (files: readonly StoredFileRow[]) => files.filter(({ kind }) => kind === 'photo')
  const photo: FileLinks['photo'] = ({ id, width, height }) => ({
    id,
    width: width ?? 1,
    height: height ?? 1,
    thumbnailUrl: link(id, 'thumbnail'),
    url: link(id, 'full'),
  })
  const voiceNote: FileLinks['voiceNote'] = ({ id, seconds, media_type, transcript }) => ({
    id,
    seconds: seconds ?? 1,
    mediaType: media_type ?? '',
    url: link(id, 'full'),
    transcript,
  })
  return {
    photo,
    voiceNote,
    attachments(files) {
      const voice = files.find(({ kind }) => kind === 'voice')
      return { photos: photosOf(files).map(photo), voiceNote: voice ? voiceNote(voice) : null }
    },
    thumbnailUrl(files) {
      const [first] = photosOf(files)
      return first ? link(first.id, 'thumbnail') : null
    },
  }
}

/** Where whoever checks a picture before neighbours see it fetches it, without signing in. */
export const addressToCheck = ({ sealer, clock }: Pick<Context, 'sealer' | 'clock'>, fileId: string): string =>
  signLink(sealer, { fileId, rendition: 'full', viewer: undefined, purpose: 'check' }, clock.now())

/** Whether addresses among these were signed so long ago that they open no longer. */
export const haveExpired = ({ photos, voiceNote }: Shown<typeof Attachments>, now: Date): boolean =>
  [...photos, ...(voiceNote ? [voiceNote] : [])].some(({ url }) => hasExpired(url, now))
