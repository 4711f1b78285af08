import { callable } from './realm'
import { isRecord } from './values'
import { asAsync } from './wx-api'

/** What a mini-program may keep on a phone in files. */
const USER_LIMIT = 200 * 1024 * 1024
const USER_FOLDER = 'wxfile://usr/'
const TEMPORARY_FOLDER = 'wxfile://tmp/'

export interface FileSettings {
  /** What is kept in the user's folder; give the same map again to open the app a second time. */
  files: Map<string, Buffer>
  /** An ArrayBuffer of the app's own realm with these bytes. */
  adoptBytes: (bytes: Buffer) => unknown
}

/** The camera, the album and the file system: `pictures` are what the person chooses next, one call after the other. */
export const createFiles = ({ files, adoptBytes }: FileSettings) => {
  const pictures: Buffer[] = []
  const temporary = new Map<string, Buffer>()

  const keepTemporary = (bytes: Buffer, ending: string): string => {
    const filePath = `${TEMPORARY_FOLDER}${temporary.size + 1}.${ending}`
    temporary.set(filePath, bytes)
    return filePath
  }
  const bytesAt = (path: unknown): Buffer => {
    const bytes = temporary.get(String(path)) ?? files.get(String(path))
    if (!bytes) throw new Error(`no such file or directory, open "${String(path)}"`)
    return bytes
  }

  const api = {
    chooseMedia: asAsync('chooseMedia', ({ count = 9 }) => {
      const chosen = pictures.splice(0, Number(count))
      if (chosen.length === 0) throw new Error('cancel')
      const tempFiles = chosen.map((bytes) => {
        const tempFilePath = keepTemporary(bytes, 'png')
        return { tempFilePath, size: bytes.length, fileType: 'image', ...sizeOf(bytes) }
      })
      return { tempFiles, type: 'image' }
    }),
    getImageInfo: asAsync('getImageInfo', ({ src }) => ({
      ...sizeOf(bytesAt(src)),
      path: src,
      type: 'png',
      orientation: 'up',
    })),
    // Only JPEG becomes smaller.
    compressImage: asAsync('compressImage', ({ src }) => ({ tempFilePath: keepTemporary(bytesAt(src), 'png') })),
    getFileSystemManager: () => ({
      copyFile: asAsync('copyFile', ({ srcPath, destPath }) => {
        const bytes = bytesAt(srcPath)
        const kept = [...files.values()].reduce((sum, each) => sum + each.length, 0)
        if (!String(destPath).startsWith(USER_FOLDER)) throw new Error(`permission denied, open "${String(destPath)}"`)
        if (kept + bytes.length > USER_LIMIT) throw new Error('the maximum size of the file storage limit is exceeded')
        files.set(String(destPath), bytes)
      }),
      getFileInfo: asAsync('getFileInfo', ({ filePath }) => ({ size: bytesAt(filePath).length })),
      readFile: asAsync('readFile', ({ filePath, position = 0, length, encoding }) => {
        const bytes = bytesAt(filePath)
        const [from, to] = [Number(position), Number(position) + Number(length ?? bytes.length)]
        // WeChat refuses to read beyond the end.
        if (from < 0 || from >= bytes.length || to > bytes.length)
          throw new Error('the value of "length" is out of range')
        const piece = bytes.subarray(from, to)
        return { data: encoding === undefined ? adoptBytes(piece) : piece.toString() }
      }),
      unlink: asAsync('unlink', ({ filePath }) => {
        if (!files.delete(String(filePath))) throw new Error(`no such file or directory "${String(filePath)}"`)
      }),
    }),
  }
  return { api, pictures, keepTemporary }
}

/** Pixels of a PNG. */
const sizeOf = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })

/** Kilobits a second that WeChat takes at a rate of samples. */
const BIT_RATES: Record<number, readonly [least: number, most: number]> = {
  8000: [16, 48],
  16_000: [24, 96],
  44_100: [64, 320],
}

interface SoundSettings {
  adopt: (value: unknown) => unknown
  keepTemporary: (bytes: Buffer, ending: string) => string
}

/** The microphone and the speaker: what is said is `speech`, and `isAllowed` is the person's answer to being asked. */
export const createSound = ({ adopt, keepTemporary }: SoundSettings) => {
  const person = { isAllowed: true, speech: Buffer.alloc(0), seconds: 3 }
  const listeners = new Map<string, unknown>()
  const tell = (name: string, result: unknown) =>
    void setTimeout(() => {
      const listener = listeners.get(name)
      if (typeof listener === 'function') callable(listener)(adopt(result))
    }, 0)
  const listen = (name: string) => (listener: unknown) => void listeners.set(name, listener)

  const start = (given: unknown) => {
    const { sampleRate = 8000, encodeBitRate = 48_000 } = isRecord(given) ? given : {}
    const [least, most] = BIT_RATES[Number(sampleRate)] ?? [0, 0]
    const bits = Number(encodeBitRate) / 1000
    if (bits < least || bits > most) return tell('error', { errMsg: 'operateRecorder:fail encodeBitRate is not valid' })
    tell('start', {})
  }
  const stop = () =>
    tell('stop', {
      tempFilePath: keepTemporary(person.speech, 'mp3'),
      duration: person.seconds * 1000,
      fileSize: person.speech.length,
    })
  const recorder = {
    start,
    stop,
    onStart: listen('start'),
    onStop: listen('stop'),
    onError: listen('error'),
  }

  const api = {
    getRecorderManager: () => recorder,
    authorize: asAsync('authorize', () => {
      if (!person.isAllowed) throw new Error('auth deny')
    }),
    createInnerAudioContext: () => ({
      src: '',
      play: () => undefined,
      onEnded: () => undefined,
      onError: () => undefined,
      destroy: () => undefined,
    }),
  }
  return { api, person }
}
