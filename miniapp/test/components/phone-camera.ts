import { vi } from 'vitest'

/**
 * What jsdom has not: addresses of blobs, pictures that load (none does here, so photos go as they are), and the chooser of
 * files, in which the person takes these.
 */
export const giveCamera = (...photos: File[]): void => {
  Reflect.set(URL, 'createObjectURL', (file: Blob) => `blob:${file.size}`)
  Reflect.set(URL, 'revokeObjectURL', () => undefined)
  vi.spyOn(HTMLImageElement.prototype, 'src', 'set').mockImplementation(function fail(this: HTMLImageElement) {
    setTimeout(() => this.onerror?.(new Event('error')), 0)
  })
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    const chosen = photos.splice(0, this.multiple ? photos.length : 1)
    Reflect.defineProperty(this, 'files', { value: chosen })
    this.dispatchEvent(new Event('change'))
  })
}

export const aPicture = (bytes = 2000): File =>
  new File([Uint8Array.from({ length: bytes }, (_, at) => at % 256)], 'photo.jpg', { type: 'image/jpeg' })
