import { newAttemptKey } from '../platform/attempt-key'
import type { LocalFile } from '../platform/local-file'
import { compressPhoto } from './compress-photo.h5'
import { keepBytes } from './local-bytes.h5'

export type PhotoSource = 'camera' | 'album'

export interface PhotoChoice {
  from: PhotoSource
  /** How many more may be taken; a camera gives one. */
  count: number
  /** The phone has them, and makes them smaller. */
  onChosen: () => void
}

/** Lets the person take or choose photos and keeps them, smaller, on the phone; none when they think better of it. */
export const choosePhotos = async ({ from, count, onChosen }: PhotoChoice): Promise<LocalFile[]> => {
  const chosen = (await chooseFiles(from)).slice(0, count)
  if (chosen.length > 0) onChosen()
  const kept: LocalFile[] = []
  // One after the other: nine pictures at once are more than the memory of a small phone.
  for (const file of chosen) kept.push(await keepPhoto(file))
  return kept
}

const keepPhoto = async (file: Blob): Promise<LocalFile> => {
  const photo = await compressPhoto(file)
  const id = newAttemptKey()
  await keepBytes(id, photo)
  return { id, kind: 'photo', bytes: photo.size, seconds: null }
}

/** A browser opens the camera only just after a tap; a page that was opened by its address waits for one. */
const mayOpen = () => navigator.userActivation?.isActive ?? true

const chooseFiles = (from: PhotoSource) =>
  new Promise<File[]>((chosen) => {
    if (!mayOpen()) return chosen([])
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    else input.multiple = true
    input.style.display = 'none'
    const end = () => {
      chosen([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', end)
    input.addEventListener('cancel', end)
    document.body.append(input)
    input.click()
  })
