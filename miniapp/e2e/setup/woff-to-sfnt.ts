import { inflateSync } from 'node:zlib'

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/**
 * Unpacks a WOFF 1 web font into the TrueType file it was made from: fontconfig reads no web fonts, and npm carries
 * nothing else. The layout is that of https://www.w3.org/TR/WOFF/.
 */
export const woffToSfnt = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font')
  const count = woff.readUInt16BE(12)
  const header = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count)
  writeHeader(header, woff.readUInt32BE(4), count)
  const parts: Uint8Array[] = [header]
  let offset = header.length
  for (let index = 0; index < count; index += 1) {
    const from = WOFF_HEADER + WOFF_ENTRY * index
    const table = readTable(woff, from)
    const to = SFNT_HEADER + SFNT_ENTRY * index
    woff.copy(header, to, from, from + 4)
    header.writeUInt32BE(woff.readUInt32BE(from + 16), to + 4)
    header.writeUInt32BE(offset, to + 8)
    header.writeUInt32BE(table.length, to + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat(parts)
}

const writeHeader = (header: Buffer, flavour: number, count: number) => {
  const power = Math.floor(Math.log2(count))
  const searchRange = SFNT_ENTRY * 2 ** power
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(searchRange, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(SFNT_ENTRY * count - searchRange, 10)
}

const readTable = (woff: Buffer, entry: number): Buffer => {
  const start = woff.readUInt32BE(entry + 4)
  const packedLength = woff.readUInt32BE(entry + 8)
  const table = woff.subarray(start, start + packedLength)
  return packedLength < woff.readUInt32BE(entry + 12) ? inflateSync(table) : table
}
