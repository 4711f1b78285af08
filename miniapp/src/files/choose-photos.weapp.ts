import Taro from '@tarojs/taro'
import { newAttemptKey } from '../platform/attempt-key'
import type { LocalFile } from '../platform/local-file'
import type { PhotoChoice } from './choose-photos.h5'
import { keepTemporary } from './local-bytes.weapp'
import { LONGER_EDGE, PHOTO_QUALITY, sizeWithin } from './photo-size'

/** Lets the person take or choose photos and keeps them, smaller, on the phone; none when they think better of it. */
export const choosePhotos = async ({ from, count, onChosen }: PhotoChoice): Promise<LocalFile[]> => {
  const chosen = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['compressed'],
    camera: 'back',
  }).catch((failure: unknown) => {
    if (isCancelled(failure)) return undefined
    throw failure
  })
  if (!chosen) return []
  onChosen()
  const kept: LocalFile[] = []
  for (const { tempFilePath } of chosen.tempFiles) kept.push(await keepPhoto(tempFilePath))
  return kept
}

const isCancelled = (failure: unknown) =>
  typeof failure === 'object' && failure !== null && 'errMsg' in failure && /cancel/.test(String(failure.errMsg))

const keepPhoto = async (tempFilePath: string): Promise<LocalFile> => {
  // WeChat tells by its ending how to show it.
  const id = `${newAttemptKey()}.jpg`
  const bytes = await keepTemporary(id, await compress(tempFilePath))
  return { id, kind: 'photo', bytes, seconds: null }
}

/** WeChat makes JPEG alone smaller; another picture goes as it is. */
const compress = async (src: string): Promise<string> => {
  try {
    const { width, height } = await Taro.getImageInfo({ src })
    const small = sizeWithin(width, height, LONGER_EDGE)
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: PHOTO_QUALITY,
      ...(small.width < width ? { compressedWidth: small.width, compressedHeight: small.height } : {}),
    })
    return tempFilePath
  } catch {
    return src
  }
}
