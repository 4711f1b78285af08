import type { Sound } from './sound.ts'

/** Ids of the elements of interest, as Matroska numbers them. */
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TIMESTAMP_SCALE = 0x2ad7b1
const CLUSTER = 0x1f43b675
const CLUSTER_TIMESTAMP = 0xe7
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const SIMPLE_BLOCK = 0xa3
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const TRACK_TYPE = 0x83
const PICTURES = 1
const HOLDS_OTHERS = [SEGMENT, INFO, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP]
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
 * How long a WebM goes on until its last block and whether it shows something. A recorder in a browser writes no duration
 * in the header, which may say anything and is not believed.
 */
export const readWebm = (bytes: Buffer): Sound => {
  const cursor: Cursor = { bytes, at: 0 }
  let scale = DEFAULT_SCALE
  let cluster = 0
  let last: number | undefined
  let hasPicture = false
  while (cursor.at < bytes.length) {
    const id = readNumber(cursor, { keepsMarker: true })
    const size = readNumber(cursor, { keepsMarker: false })
    if (id === undefined || size === undefined) break
    if (HOLDS_OTHERS.includes(id)) continue
    const end = cursor.at + size
    if (end > bytes.length) break
    const content = bytes.subarray(cursor.at, end)
    if (id === TRACK_TYPE && readUnsigned(content) === PICTURES) hasPicture = true
    if (id === TIMESTAMP_SCALE) scale = readUnsigned(content)
    if (id === CLUSTER_TIMESTAMP) cluster = readUnsigned(content)
    if (id === BLOCK || id === SIMPLE_BLOCK) last = Math.max(last ?? 0, cluster + timeInCluster(content))
    cursor.at = end
  }
  return { hasPicture, seconds: last === undefined ? undefined : (last * scale) / NANOSECONDS }
}

/** After the number of its track a block says when it is, from the beginning of its cluster. */
const timeInCluster = (block: Buffer): number => {
  const cursor: Cursor = { bytes: block, at: 0 }
  readNumber(cursor, { keepsMarker: false })
  return cursor.at + 2 <= block.length ? block.readInt16BE(cursor.at) : 0
}
