import { LONGER_EDGE, PHOTO_QUALITY, sizeWithin } from './photo-size'

/**
 * A picture as JPEG with its longer edge at LONGER_EDGE at most, upright, and without what the camera wrote into it. A
 * picture that this browser cannot open goes as it is: the server may understand it.
 */
export const compressPhoto = async (file: Blob): Promise<Blob> => {
  const address = URL.createObjectURL(file)
  try {
    const picture = await open(address)
    const { width, height } = sizeWithin(picture.naturalWidth, picture.naturalHeight, LONGER_EDGE)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    return await new Promise<Blob>((done) =>
      canvas.toBlob((small) => done(small ?? file), 'image/jpeg', PHOTO_QUALITY / 100),
    )
  } catch {
    return file
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Browsers turn it upright by what the camera noted. */
const open = (address: string) =>
  new Promise<HTMLImageElement>((done, failed) => {
    const picture = new Image()
    picture.onload = () => done(picture)
    picture.onerror = () => failed(new Error('not a picture that this browser opens'))
    picture.src = address
  })
