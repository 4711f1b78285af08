import { deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Bits of a sample, and 2 for red, green and blue. */
const FORMAT = [8, 2, 0, 0, 0]

/** A PNG of coloured noise, which stays large however it is compressed: several pieces of an upload. */
export const noisyPhoto = (width = 1600, height = 1200): Buffer<ArrayBuffer> => {
  const row = 1 + width * 3
  const pixels = Buffer.alloc(row * height)
  let seed = 1
  for (let at = 0; at < pixels.length; at++) {
    // The same picture at each run.
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0
    pixels[at] = at % row === 0 ? 0 : seed >>> 16
  }
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(FORMAT)])),
    chunk('IDAT', deflateSync(pixels, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(checksum(body))
  return Buffer.concat([length, body, sum])
}

const checksum = (bytes: Buffer): number => {
  let sum = 0xffff_ffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb8_8320 : 0)
  }
  return (sum ^ 0xffff_ffff) >>> 0
}
