import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** What WeChat's console and this server both know. */
export interface PushSecrets {
  appId: string
  token: string
  /** 43 characters: 32 bytes in base64 without the last `=`. */
  aesKey: string
}

const RANDOM_BYTES = 16
const LENGTH_BYTES = 4
const BLOCK = 32

/** WeChat sorts the parts, whatever they are, and hashes them in a row. */
export const isSigned = (signature: string, parts: readonly string[]): boolean => {
  const expected = createHash('sha1').update(parts.toSorted().join('')).digest('hex')
  const [given, own] = [Buffer.from(signature), Buffer.from(expected)]
  return given.length === own.length && timingSafeEqual(given, own)
}

/** What an encrypted event says; undefined when it was not encrypted with this key for this mini-program. */
export const openPush = (encrypted: string, { appId, aesKey }: PushSecrets): string | undefined => {
  const plain = decrypted(encrypted, Buffer.from(`${aesKey}=`, 'base64'))
  if (!plain || plain.length < RANDOM_BYTES + LENGTH_BYTES) return undefined
  const start = RANDOM_BYTES + LENGTH_BYTES
  const end = start + plain.readUInt32BE(RANDOM_BYTES)
  // The app id stands at the end: a message for another mini-program with the same key is none for us.
  if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return undefined
  return plain.subarray(start, end).toString('utf8')
}

/** Filled up to blocks of 32 bytes, which Node's own padding does not know. */
const decrypted = (encrypted: string, key: Buffer): Buffer | undefined => {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const filled = Buffer.concat([decipher.update(bytes), decipher.final()])
  const padding = filled.at(-1) ?? 0
  return padding < 1 || padding > BLOCK ? undefined : filled.subarray(0, -padding)
}
