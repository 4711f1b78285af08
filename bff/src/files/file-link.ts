import { timingSafeEqual } from 'node:crypto'
import type { Rendition } from '@little-bench/shared/files/kinds'
import { CHECK_LINK_MINUTES, FILE_LINK_MINUTES } from '@little-bench/shared/files/limits'
import type { Sealer } from '../platform/crypto/sealer.ts'

export interface LinkedFile {
  fileId: string
  rendition: Rendition
  /** The only person for whom it opens; undefined when anybody may see it. */
  viewer: string | undefined
  /** Set for whoever checks a picture before neighbours see it. */
  purpose?: 'check' | undefined
  /** Seconds since 1970. */
  expires: number
}

/** Addresses made within so many seconds of each other are the same, so that a device fetches a picture once. */
const SAME_FOR_SECONDS = 300

const signatureOf = (sealer: Sealer, { fileId, rendition, viewer, purpose, expires }: LinkedFile): string =>
  sealer.fingerprint(
    [fileId, rendition, viewer ?? '', expires, ...(purpose === undefined ? [] : [purpose])].join('\n'),
    'address of a file',
  )

/**
 * An address that opens a file until it expires, after FILE_LINK_MINUTES or up to five minutes earlier; one to check it
 * by, after CHECK_LINK_MINUTES.
 */
export const signLink = (sealer: Sealer, file: Omit<LinkedFile, 'expires'>, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1000)
  const minutes = file.purpose === 'check' ? CHECK_LINK_MINUTES : FILE_LINK_MINUTES
  const expires = seconds - (seconds % SAME_FOR_SECONDS) + minutes * 60
  const viewer = file.viewer === undefined ? '' : `&viewer=${file.viewer}`
  const purpose = file.purpose === undefined ? '' : `&purpose=${file.purpose}`
  const signature = signatureOf(sealer, { ...file, expires })
  return `/api/files/${file.fileId}/${file.rendition}?expires=${expires}${viewer}${purpose}&signature=${signature}`
}

/** Whether an address that the server made opens no longer. */
export const hasExpired = (address: string, now: Date): boolean =>
  Number(/[?&]expires=(\d+)/.exec(address)?.[1] ?? 0) * 1000 <= now.getTime()

/** Whether the server has signed exactly this. */
export const isSigned = (sealer: Sealer, file: LinkedFile, signature: string): boolean => {
  const [expected, sent] = [Buffer.from(signatureOf(sealer, file)), Buffer.from(signature)]
  return expected.length === sent.length && timingSafeEqual(expected, sent)
}
