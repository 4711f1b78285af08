/** Ids of the elements that lead to the time of the last sound, as Matroska numbers them. */
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TIMESTAMP_SCALE = 0x2ad7b1
const CLUSTER = 0x1f43b675
const CLUSTER_TIMESTAMP = 0xe7
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const SIMPLE_BLOCK = 0xa3
const HOLDS_OTHERS = [SEGMENT, INFO, CLUSTER, BLOCK_GROUP]
const DEFAULT_SCALE = 1_000_000
const NANOSECONDS = 1_000_000_000

interface Cursor {
  bytes: Buffer
  at: number
}

/** A number of one to eight bytes whose first byte tells how many; undefined where there is none. */
const readNumber = (cursor: Cursor, { keepsMarker }: { keepsMarker: boolean }): number | undefined => {
  const first = cursor.bytes[cursor.at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (cursor.at + length > cursor.bytes.length) return undefined
  let value = keepsMarker ? first : first & (0xff >> length)
  for (let index = 1; index < length; index += 1) value = value * 256 + (cursor.bytes[cursor.at + index] ?? 0)
  cursor.at += length
  // All ones means that the length was not known yet when it was written.
  return !keepsMarker && value === 2 ** (7 * length) - 1 ? Number.POSITIVE_INFINITY : value
}

const readUnsigned = (bytes: Buffer): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

/**
 * Seconds until the last block of a WebM, which a recorder in a browser writes without a duration; undefined when it
 * has none. The header is not believed: it may say anything.
 */
export const webmDuration = (bytes: Buffer): number | undefined => {
  const cursor: Cursor = { bytes, at: 0 }
  let scale = DEFAULT_SCALE
  let cluster = 0
  let last: number | undefined
  while (cursor.at < bytes.length) {
    const id = readNumber(cursor, { keepsMarker: true })
    const size = readNumber(cursor, { keepsMarker: false })
    if (id === undefined || size === undefined) break
    if (HOLDS_OTHERS.includes(id)) continue
    const end = cursor.at + size
    if (end > bytes.length) break
    const content = bytes.subarray(cursor.at, end)
    if (id === TIMESTAMP_SCALE) scale = readUnsigned(content)
    if (id === CLUSTER_TIMESTAMP) cluster = readUnsigned(content)
    if (id === BLOCK || id === SIMPLE_BLOCK) last = Math.max(last ?? 0, cluster + timeInCluster(content))
    cursor.at = end
  }
  return last === undefined ? undefined : (last * scale) / NANOSECONDS
}

/** After the number of its track a block says when it is, from the beginning of its cluster. */
const timeInCluster = (block: Buffer): number => {
  const cursor: Cursor = { bytes: block, at: 0 }
  readNumber(cursor, { keepsMarker: false })
  return cursor.at + 2 <= block.length ? block.readInt16BE(cursor.at) : 0
}
