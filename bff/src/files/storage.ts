import type { Readable } from 'node:stream'

/** Bytes that are there. */
export interface StoredBytes {
  length: number
  /** Holds a descriptor or a connection until it is read or destroyed. */
  content: Readable
}

/** Where bytes are kept under names that the server made. A name is written once and never changed. */
export interface FileStorage {
  /** On disk when this answers; the same name again replaces it. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>
  /** Undefined when there is nothing of that name. */
  open(key: string): Promise<StoredBytes | undefined>
  /** Deletes it; nothing of that name is well too. */
  delete(key: string): Promise<void>
}

const KEY = /^[0-9a-z][0-9a-z-]*(\/[0-9a-z][0-9a-z-]*)*$/

/** Names come from ids, never from people; one that could lead out of the folder is a mistake of ours. */
export const requireKey = (key: string): string => {
  if (!KEY.test(key)) throw new Error('this is no name of a stored file')
  return key
}
