import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aVoiceNote } from '../../test/uploads.ts'
import { readMp4 } from './read-mp4.ts'
import { readVoiceNote } from './read-voice-note.ts'

/** One and a half seconds that Chromium 153 recorded. */
const recorded = (name: string): Buffer => readFileSync(new URL(`../../test/recordings/${name}`, import.meta.url))

test.each([
  ['browser.webm', 'audio/webm'],
  ['browser.mp4', 'audio/mp4'],
])('what a browser records without saying how long it is (%s) is measured', async (name, mediaType) => {
  expect(await readVoiceNote(recorded(name))).toEqual({ mediaType, seconds: 2 })
})

const box = (type: string, ...content: Buffer[]): Buffer => {
  const all = Buffer.concat(content)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + all.length)
  return Buffer.concat([size, Buffer.from(type), all])
}
const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}
const track = (handler: string, samples: number): Buffer =>
  box(
    'trak',
    box(
      'mdia',
      box('mdhd', numbers(0, 0, 0, 8_000, 0)),
      box('hdlr', numbers(0, 0), Buffer.from(handler)),
      box('minf', box('stbl', box('stts', numbers(0, 1, samples, 160)))),
    ),
  )
const file = (...tracks: Buffer[]): Buffer => Buffer.concat([box('ftyp', Buffer.from('M4A ')), box('moov', ...tracks)])

test('what a phone writes in one piece lasts as long as its samples, whatever its header says', () => {
  expect(readMp4(file(track('soun', 100)))).toEqual({ hasPicture: false, seconds: 2 })
})

test('a film, and a file with two tracks, are no voice note', async () => {
  expect(readMp4(file(track('vide', 100))).hasPicture).toBe(true)
  expect(readMp4(file(track('soun', 100), track('soun', 100))).seconds).toBeUndefined()
  await expect(readVoiceNote(file(track('vide', 100)))).rejects.toMatchObject({ code: 'file_type_refused' })
})

/** Silent frames of 26 ms each, as the recorder of the mini-program writes them. */
const mp3 = (frames: number): Buffer =>
  Buffer.concat(Array(frames).fill(Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)])))
/** Frames of 64 ms each: 1,024 samples at 16 kHz. */
const aac = (frames: number): Buffer =>
  Buffer.concat(Array(frames).fill(Buffer.concat([Buffer.from('fff1604002fffc', 'hex'), Buffer.alloc(16)])))
const oggPage = (granule: bigint, sequence: number, type: number, content: Buffer): Buffer => {
  const header = Buffer.alloc(27)
  header.write('OggS')
  header.writeUInt8(type, 5)
  header.writeBigUInt64LE(granule, 6)
  header.writeUInt32LE(1, 14)
  header.writeUInt32LE(sequence, 18)
  header.writeUInt8(1, 26)
  return Buffer.concat([header, Buffer.from([content.length]), content])
}
const ogg = (seconds: number): Buffer => {
  const head = Buffer.alloc(19)
  head.write('OpusHead')
  head.writeUInt8(1, 8)
  head.writeUInt8(1, 9)
  head.writeUInt32LE(48_000, 12)
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])
  return Buffer.concat([
    oggPage(0n, 0, 2, head),
    oggPage(0n, 1, 0, tags),
    oggPage(BigInt(seconds * 48_000), 2, 4, Buffer.alloc(40)),
  ])
}

test.each([
  ['mp3', mp3(100), { mediaType: 'audio/mpeg', seconds: 3 }],
  ['aac', aac(40), { mediaType: 'audio/aac', seconds: 3 }],
  ['ogg', ogg(3), { mediaType: 'audio/ogg', seconds: 3 }],
])('%s is known by its bytes and measured', async (_name, bytes, expected) => {
  expect(await readVoiceNote(bytes)).toEqual(expected)
})

test.each([
  ['mp3', mp3(2_400)],
  ['aac', aac(1_000)],
  ['ogg', ogg(64)],
])('%s of more than a minute is refused', async (_name, bytes) => {
  await expect(readVoiceNote(bytes)).rejects.toMatchObject({ code: 'voice_note_too_long' })
})

test('a minute and a second pass, more does not', async () => {
  expect(await readVoiceNote(aVoiceNote(61))).toEqual({ mediaType: 'audio/wav', seconds: 61 })
  await expect(readVoiceNote(file(track('soun', 3_051)))).rejects.toMatchObject({ code: 'voice_note_too_long' })
})

test('any bytes changed in a recording are measured or refused, and never anything else', async () => {
  const codes = ['file_type_refused', 'voice_note_too_long']
  const position = fc.nat({ max: 1_700 })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('browser.webm', 'browser.mp4'),
      fc.array(fc.tuple(position, fc.nat({ max: 255 })), { maxLength: 5 }),
      fc.boolean(),
      async (name, changes, isCut) => {
        const bytes = Buffer.from(recorded(name))
        for (const [at, value] of changes) bytes[at] = value
        const sent = isCut ? bytes.subarray(0, changes[0]?.[0] ?? 100) : bytes
        const outcome = await readVoiceNote(sent).catch((error: { code?: string }) => error.code ?? error)
        expect(typeof outcome === 'object' ? 'measured' : outcome).toSatisfy(
          (answer) => answer === 'measured' || codes.includes(String(answer)),
        )
      },
    ),
    { numRuns: 300 },
  )
})
