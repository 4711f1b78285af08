import { MAX_PIXELS, PHOTO_EDGE, THUMBNAIL_EDGE } from '@little-bench/shared/files/limits'
import { AppError } from '@little-bench/shared/kernel/errors'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

export interface EncodedPhoto {
  /** JPEG in sRGB, upright, with nothing in it but the picture. */
  full: Buffer
  thumbnail: Buffer
  /** Pixels of `full`. */
  width: number
  height: number
}

const TAKEN = ['image/jpeg', 'image/png', 'image/webp']
const QUALITY = 80

// One thread for each picture, and no pixels kept beside those in work: memory stays what one picture needs.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Makes a photo anew from its pixels, so that no place, camera, comment or hidden second file stays in it.
 * Errors: `file_type_refused` when it is no JPEG, PNG or WebP, whatever it is called, or is broken; `picture_too_large`.
 */
export const reEncodePhoto = async (bytes: Uint8Array): Promise<EncodedPhoto> => {
  const type = await fileTypeFromBuffer(bytes)
  if (type === undefined || !TAKEN.includes(type.mime)) throw new AppError('file_type_refused')
  try {
    return await encode(bytes)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file_type_refused')
  }
}

const encode = async (bytes: Uint8Array): Promise<EncodedPhoto> => {
  // Read from the header: what would unpack to more is never unpacked.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > MAX_PIXELS) throw new AppError('picture_too_large')
  const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true }).autoOrient()
  const { data: full, info } = await jpegWithin(upright, PHOTO_EDGE).toBuffer({ resolveWithObject: true })
  const thumbnail = await jpegWithin(sharp(full), THUMBNAIL_EDGE).toBuffer()
  return { full, thumbnail, width: info.width, height: info.height }
}

const jpegWithin = (picture: sharp.Sharp, edge: number): sharp.Sharp =>
  picture
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
