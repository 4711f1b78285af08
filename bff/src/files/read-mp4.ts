import type { Sound } from './sound.ts'

/** Boxes that hold the ones of interest; their content is walked through as if they were not there. */
const HOLDS_OTHERS = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']
const HEADER_BYTES = 8

interface Reading {
  tracks: number
  hasPicture: boolean
  /** Units of time in a second. */
  timescale: number
  /** How long a sample is that does not say so: in the whole file, and in this fragment. */
  usual: { ofFile: number; ofFragment: number }
  /** In units of time. */
  length: number
}

/**
 * How long the samples of an MP4 last and whether it shows something. A recorder in a browser writes fragments and no
 * length in the header, which may say anything and is not believed. Throws when the file is broken.
 */
export const readMp4 = (bytes: Buffer): Sound => {
  const reading: Reading = {
    tracks: 0,
    hasPicture: false,
    timescale: 0,
    usual: { ofFile: 0, ofFragment: 0 },
    length: 0,
  }
  let at = 0
  while (at + HEADER_BYTES <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + HEADER_BYTES)
    if (type === 'trak') reading.tracks += 1
    if (HOLDS_OTHERS.includes(type)) {
      at += HEADER_BYTES
      continue
    }
    const size = sizeOf(bytes, at)
    if (size < HEADER_BYTES) break
    READERS[type]?.(bytes.subarray(at + HEADER_BYTES, at + size), reading)
    at += size
  }
  const { tracks, hasPicture, timescale, length } = reading
  const isKnown = tracks === 1 && timescale > 0 && length > 0
  return { hasPicture, seconds: isKnown ? length / timescale : undefined }
}

const sizeOf = (bytes: Buffer, at: number): number => {
  const size = bytes.readUInt32BE(at)
  // 0 reaches to the end; 1 says that a longer number follows, which only sound data has.
  if (size === 0) return bytes.length - at
  return size === 1 ? Number(bytes.readBigUInt64BE(at + HEADER_BYTES)) : size
}

const flagsOf = (box: Buffer): number => box.readUIntBE(1, 3)

const READERS: Record<string, (box: Buffer, reading: Reading) => void> = {
  mdhd(box, reading) {
    reading.timescale = box.readUInt32BE(box.readUInt8(0) === 1 ? 20 : 12)
  },
  hdlr(box, reading) {
    if (box.toString('latin1', 8, 12) === 'vide') reading.hasPicture = true
  },
  stts(box, reading) {
    const count = box.readUInt32BE(4)
    for (let index = 0; index < count; index += 1) {
      reading.length += box.readUInt32BE(8 + index * 8) * box.readUInt32BE(12 + index * 8)
    }
  },
  trex(box, reading) {
    reading.usual.ofFile = box.readUInt32BE(12)
  },
  tfhd(box, reading) {
    const flags = flagsOf(box)
    const before = 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0)
    reading.usual.ofFragment = flags & 0x8 ? box.readUInt32BE(before) : reading.usual.ofFile
  },
  trun(box, reading) {
    const flags = flagsOf(box)
    const count = box.readUInt32BE(4)
    if (!(flags & 0x100)) {
      reading.length += count * reading.usual.ofFragment
      return
    }
    const first = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
    const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
    for (let index = 0; index < count; index += 1) reading.length += box.readUInt32BE(first + index * each)
  },
}
