const DATABASE = 'little-bench'
const STORE = 'files'

interface Kept {
  bytes: ArrayBuffer
  type: string
}

/** Keeps bytes in the browser until they are sent; rejects where the browser has no room. */
export const keepBytes = async (id: string, blob: Blob): Promise<void> => {
  // Bytes and not the blob: some phones lose blobs that they were given to keep.
  const kept: Kept = { bytes: await bytesOf(blob), type: blob.type }
  await within('readwrite', (store) => store.put(kept, id))
}

/** A piece of a kept file; rejects when the browser has cleared it away. */
export const readPiece = async (id: string, offset: number, length: number): Promise<ArrayBuffer> =>
  (await read(id)).bytes.slice(offset, offset + length)

/** An address at which the page can show or play it, for as long as the page is open. */
export const localAddress = async (id: string): Promise<string> => {
  const { bytes, type } = await read(id)
  return URL.createObjectURL(new Blob([bytes], { type }))
}

/** The page shows it no longer. */
export const releaseAddress = (address: string): void => URL.revokeObjectURL(address)

export const forgetBytes = async (id: string): Promise<void> => {
  await within('readwrite', (store) => store.delete(id)).catch(() => undefined)
}

/** Chrome 64 and iOS 12 have no Blob.arrayBuffer. */
export const bytesOf = (blob: Blob): Promise<ArrayBuffer> =>
  new Promise((found, failed) => {
    const reader = new FileReader()
    reader.onload = () =>
      typeof reader.result === 'object' && reader.result ? found(reader.result) : failed(new Error('no bytes'))
    reader.onerror = () => failed(reader.error)
    reader.readAsArrayBuffer(blob)
  })

const read = async (id: string): Promise<Kept> => {
  const kept: unknown = await within('readonly', (store) => store.get(id))
  if (!isKept(kept)) throw new Error('the file is no longer on this phone')
  return kept
}

const isKept = (kept: unknown): kept is Kept => typeof kept === 'object' && kept !== null && 'bytes' in kept

const within = async <T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened()
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = database.transaction(STORE, mode)
      const request = use(transaction.objectStore(STORE))
      // Only then is it on the disk.
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => failed(transaction.error)
      transaction.onerror = () => failed(transaction.error)
    })
  } finally {
    database.close()
  }
}

const opened = () =>
  new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
